story Only managers check and reload the directory

directory office
at 2026-11-25 10:00
as jdevries reload
  you may not do this: checking and reloading the directory needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
as pbx reload
  you may not do this: checking and reloading the directory needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
as visitor check
  you may not do this: checking and reloading the directory needs a manager (named in majord.yaml, or in the group majord-admin)
  exit 77
as manager reload
  Reloaded as generation 2: nothing changed.
journal
  warning joke may not call org.majord.Directory.Reload: checking and reloading the directory needs a manager (named in majord.yaml, or in the group majord-admin)
  warning pbx may not call org.majord.Directory.Reload: checking and reloading the directory needs a manager (named in majord.yaml, or in the group majord-admin)
  warning visitor may not call org.majord.Directory.Check: checking and reloading the directory needs a manager (named in majord.yaml, or in the group majord-admin)
  notice Reloaded: nothing changed
