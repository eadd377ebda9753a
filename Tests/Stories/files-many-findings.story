story Of very many findings at a start, the errors come first, and how many there are is said

# Each agreement ends within the month, which is a warning; 60 clients fill two agents ten times over, which is one more each.
directory
  time_zone: Europe/Amsterdam
  exclusive_numbers: [+31 88 000 12 34]
  overflow: {default: 2000}
  levels: {altijd: {hours: {mon-sun: "00:00-24:00"}}}
  agents:
    - {id: jdevries, name: Joke de Vries, extension: 2101}
    - {id: mbakker, name: Mark Bakker, extension: 2102, hourz: 1}
  clients:
    - id: school0001
      name: School 0001
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600001]
    - id: school0002
      name: School 0002
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600002]
    - id: school0003
      name: School 0003
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600003]
    - id: school0004
      name: School 0004
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600004]
    - id: school0005
      name: School 0005
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600005]
    - id: school0006
      name: School 0006
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600006]
    - id: school0007
      name: School 0007
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600007]
    - id: school0008
      name: School 0008
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600008]
    - id: school0009
      name: School 0009
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600009]
    - id: school0010
      name: School 0010
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600010]
    - id: school0011
      name: School 0011
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600011]
    - id: school0012
      name: School 0012
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600012]
    - id: school0013
      name: School 0013
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600013]
    - id: school0014
      name: School 0014
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600014]
    - id: school0015
      name: School 0015
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600015]
    - id: school0016
      name: School 0016
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600016]
    - id: school0017
      name: School 0017
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600017]
    - id: school0018
      name: School 0018
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600018]
    - id: school0019
      name: School 0019
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600019]
    - id: school0020
      name: School 0020
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600020]
    - id: school0021
      name: School 0021
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600021]
    - id: school0022
      name: School 0022
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600022]
    - id: school0023
      name: School 0023
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600023]
    - id: school0024
      name: School 0024
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600024]
    - id: school0025
      name: School 0025
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600025]
    - id: school0026
      name: School 0026
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600026]
    - id: school0027
      name: School 0027
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600027]
    - id: school0028
      name: School 0028
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600028]
    - id: school0029
      name: School 0029
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600029]
    - id: school0030
      name: School 0030
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600030]
    - id: school0031
      name: School 0031
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600031]
    - id: school0032
      name: School 0032
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600032]
    - id: school0033
      name: School 0033
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600033]
    - id: school0034
      name: School 0034
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600034]
    - id: school0035
      name: School 0035
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600035]
    - id: school0036
      name: School 0036
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600036]
    - id: school0037
      name: School 0037
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600037]
    - id: school0038
      name: School 0038
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600038]
    - id: school0039
      name: School 0039
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600039]
    - id: school0040
      name: School 0040
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600040]
    - id: school0041
      name: School 0041
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600041]
    - id: school0042
      name: School 0042
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600042]
    - id: school0043
      name: School 0043
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600043]
    - id: school0044
      name: School 0044
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600044]
    - id: school0045
      name: School 0045
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600045]
    - id: school0046
      name: School 0046
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600046]
    - id: school0047
      name: School 0047
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600047]
    - id: school0048
      name: School 0048
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600048]
    - id: school0049
      name: School 0049
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600049]
    - id: school0050
      name: School 0050
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600050]
    - id: school0051
      name: School 0051
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600051]
    - id: school0052
      name: School 0052
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600052]
    - id: school0053
      name: School 0053
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600053]
    - id: school0054
      name: School 0054
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600054]
    - id: school0055
      name: School 0055
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600055]
    - id: school0056
      name: School 0056
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600056]
    - id: school0057
      name: School 0057
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600057]
    - id: school0058
      name: School 0058
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600058]
    - id: school0059
      name: School 0059
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600059]
    - id: school0060
      name: School 0060
      size: small
      schools: 1
      primary: jdevries
      backup: mbakker
      introduced: 2026-01-12
      agreement: {title: Afspraken, start: 2026-01-01, end: 2026-12-01, level: altijd}
      numbers: [+31 50 5600060]
    - {id: zuid, name: Zuid}
at 2026-11-25 10:00
start
  The directory has …
journal
  error …
  …
  error …and…in all, of which the first 50 are above; majord --check …
