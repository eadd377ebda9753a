-- Asks majord and tells it what becomes of calls, for FreeSWITCH 1.10 with mod_lua and LuaSocket (Debian: lua-socket).
-- Place: FreeSWITCH's scripts folder. Used by autoload_configs/lua.conf.xml and by majord.xml in dialplan/public and dialplan/default.
--
--   lua majord.lua CALLED                the called number without what trunks add to it, for the dial plan's conditions
--   lua majord.lua ROUTE                 asks who gets the call: sets major_* variables of the channel, also when majord is away
--   lua majord.lua AGENT WISH [MINUTES]  a feature code: status, sick, back, pause, free
--   lua majord.lua CASE WISH [DIGITS]    a feature code: open, close; the digits are the case's reference
--   lua majord.lua DIALS NUMBER          an agent's call to a number outside: has REPORTS tell it
--   luarun majord.lua REPORTS            started with mod_lua or by the first call, and runs as long as FreeSWITCH: tells majord what becomes of calls,
--                                        whom agents call, and whose phones are registered
--
-- FreeSWITCH's user has to be in majord's group for PBXs: adduser freeswitch majord-pbx
-- The global variable majord_socket names another socket than /run/majord/pbx.sock.

-- Seconds for connecting, asking and answering together; then the call goes on without majord.
local PATIENCE = 0.3
-- Reports, for which no call waits: seconds until they must be in the ledger, seconds until majord is tried again, how many are kept meanwhile (the
-- oldest give way), and how many are told at once.
local DURABLE_WITHIN, PAUSE, KEPT, AT_ONCE = 2, 1, 10000, 100
-- Events of FreeSWITCH that wait to be looked at.
local EVENTS = 20000

local function log(level, text)
    freeswitch.consoleLog(level, "majord: " .. text .. "\n")
end

local function setting(name)
    local value = freeswitch.getGlobalVariable(name)
    return value ~= "" and value or nil
end

-- Whether REPORTS runs: it says so each second.
local function reports_run()
    return os.time() - (tonumber(setting("majord_reports") or "") or 0) < 10
end

local function start_reports()
    if reports_run() then return end
    log("ERR", "majord.lua REPORTS did not run, and is started: see autoload_configs/lua.conf.xml")
    freeswitch.API():executeString("luarun majord.lua REPORTS")
end

---------------- The Redis protocol ----------------

-- One reply: a text, an array of texts, or nil, what is wrong, and whether majord said so itself.
local function reply(receive)
    local line, problem = receive("*l")
    if not line then return nil, problem end
    local kind, rest = line:sub(1, 1), line:sub(2)
    if kind == "+" then return rest end
    if kind == "-" then return nil, rest, "refused" end
    local length = tonumber(rest)
    if kind == "$" and length and length >= 0 and length <= 65536 then
        local text, failure = receive(length + 2)
        return text and text:sub(1, length), failure
    elseif kind == "*" and length and length >= 0 and length <= 1024 then
        local array = {}
        for index = 1, length do
            local text, failure = reply(receive)
            if not text then return nil, failure end
            array[index] = text
        end
        return array
    end
    return nil, "an answer that is not understood"
end

-- Sends requests, each a list of words, on a connection of its own, and passes each reply on with its request, until one does not come in time. Returns nil, or
-- what was wrong and whether majord may have taken a request all the same.
local function exchange(requests, patience, replied)
    local known, socket = pcall(require, "socket")
    local unix
    if known then known, unix = pcall(require, "socket.unix") end
    if not known then return "LuaSocket is missing (Debian: lua-socket)" end
    local deadline = socket.gettime() + patience
    local make = type(unix) == "table" and unix.stream or unix
    local connection = make()
    local function left()
        connection:settimeout(math.max(deadline - socket.gettime(), 0.001))
        return connection
    end
    local function receive(pattern)
        if socket.gettime() >= deadline then return nil, "timeout" end
        return left():receive(pattern)
    end
    local lines = {}
    for _, words in ipairs(requests) do
        lines[#lines + 1] = "*" .. #words .. "\r\n"
        for _, word in ipairs(words) do lines[#lines + 1] = "$" .. #word .. "\r\n" .. word .. "\r\n" end
    end
    local done, problem = left():connect(setting("majord_socket") or "/run/majord/pbx.sock")
    local sent = done
    if done then done, problem = left():send(table.concat(lines)) end
    for _, words in ipairs(done and requests or {}) do
        local answer, failure, refused = reply(receive)
        if not answer and not refused then
            problem = failure
            break
        end
        replied(words, answer, failure)
    end
    connection:close()
    return problem, sent
end

-- Asks once. Without an answer: nil, what was wrong, and "refused" by majord, "unknown" whether it was done, or "away".
local function ask(...)
    local result, refusal
    local problem, sent = exchange({{...}}, PATIENCE, function(_, answer, failure) result, refusal = answer, failure end)
    if result then return result end
    log("ERR", select(1, ...) .. ": " .. tostring(refusal or problem))
    return nil, refusal or problem, refusal and "refused" or sent and "unknown" or "away"
end

---------------- Who calls whom ----------------
-- The rule stands in majord's docs/pbx-protocol.md, "Who calls".

local function unescaped(text)
    return (text:gsub("%%(%x%x)", function(digits) return string.char(tonumber(digits, 16)) end))
end

-- The user part of a URI; `name@host` counts as one as well.
local function user_of(uri)
    local scheme, rest = uri:match("^%s*(%a+):(.*)$")
    scheme = scheme and scheme:lower()
    if scheme == "tel" then return rest:match("^[^?]*") end
    if scheme and scheme ~= "sip" and scheme ~= "sips" then return nil end
    return (rest or uri):match("^([^@]*)@")
end

-- A user part as a telephone number, or nil; and what stands before its parameters.
local function telephone(user)
    local main, parameters = user:match("^([^;]*)(.*)$")
    main = unescaped(main)
    local number = main:gsub("[-.() ]", "")
    local context = unescaped(parameters:lower():match(";phone%-context=([^;]*)") or ""):gsub("[-.() ]", "")
    if context:match("^%+%d+$") and number:match("^%d+$") then number = context .. number end
    local digits = number:match("^%+?(%d+)$")
    return digits and #digits >= 7 and #digits <= 20 and number or nil, main
end

-- The URIs of a header that FreeSWITCH has read: one value, or several as `ARRAY::one|:two`. A caller's display name may hold anything, so what is
-- quoted is cut out before anything is looked for.
local function uris(header)
    local found = {}
    local list, several = header:gsub("^ARRAY::", "")
    local plain = list:gsub("\\.", ""):gsub('"[^"]*"', "")
    -- Of one value a caller may have written the separator himself.
    for part in (plain .. "|:"):gmatch(several > 0 and "(.-)|:" or "(.*)|:$") do
        found[#found + 1] = part:match("<([^>]*)>") or part:match("^%s*(%S+)")
    end
    return found
end

-- What majord is told: nothing that a number or a name cannot look like.
local function sayable(text)
    if text == nil or text == "" then return "anonymous" end
    return #text <= 32 and text:match("^[-+%w.()*#_]+$") or "unreadable"
end

local function caller()
    -- Of the identity that FreeSWITCH itself goes by it takes the parameters away.
    local parameters = ";" .. (session:getVariable("sip_name_params") or "")
    local asserted = session:getVariable("sip_P-Asserted-Identity")
    local is_first = asserted and not session:getVariable("sip_P-Preferred-Identity")
    -- All identities where the profile has parse-all-invite-headers, else the first one.
    for index, uri in ipairs(uris(session:getVariable("sip_i_p_asserted_identity") or asserted or "")) do
        local number = telephone((user_of(uri) or uri) .. (index == 1 and is_first and parameters or ""))
        if number then return number end
    end
    local from = session:getVariable("sip_full_from")
    local uri = from and uris(from)[1]
    local number, user = telephone((uri and (user_of(uri) or "") or session:getVariable("caller_id_number") or "") .. (asserted and "" or parameters))
    return number or sayable(user)
end

-- Who forwarded the call, last (RFC 5806), where FreeSWITCH knows of a telephone number; else nothing. majord goes by it where majord.yaml says
-- `diverted: diverter`.
local function diverter()
    local uri = uris(session:getVariable("sip_h_Diversion") or "")[1]
    return uri and telephone(user_of(uri) or "") or ""
end

local function called()
    local number, user = telephone(session:getVariable("destination_number") or "")
    return number or user
end

---------------- A call's way ----------------

-- Nothing that would end a quoted text or a header line, or begin a variable; and FreeSWITCH takes a name for a number or an address: what stands
-- before a colon or a slash, and behind an @, does not reach the phone, and %20 becomes a blank.
local function display(text)
    return (text:gsub("%s*[:/]%s*", " - "):gsub("[%c\"\\$<>@%%]", " "))
end

-- A name as a variable of one phone's in a dial string, which commas and brackets would end.
local function in_dial_string(name)
    return (name:gsub("[%[%]{}|^=,]", " "):gsub("'", "\226\128\153"))
end

-- Sets for the dial plan: major_action; major_bridge, the agents' phones in their order, each with its ring time and what it shows; major_overflow, the
-- extension for a call that none of them takes.
local function route()
    local uuid = session:getVariable("uuid")
    local endpoint = session:getVariable("major_endpoint") or ""
    local number = caller()
    local answer = ask("ROUTE", number, sayable(called()), uuid, diverter())
    local fields = {}
    if type(answer) == "table" then
        for index = 1, #answer - 1, 2 do fields[answer[index]] = answer[index + 1] end
    end
    local action = fields.action or "overflow"
    local options = session:getVariable("major_leg_options") or ""
    local prefix = session:getVariable("major_prefix") or ""
    -- What each phone shows, in the order of the targets.
    local names = {}
    for name in ((fields.displays or "") .. "|"):gmatch("([^|]*)|") do names[#names + 1] = name end
    local legs, turn = {}, 0
    -- Who majord says it is, for the overflow and for phones that are not told more. What a trunk sends as caller may hold line ends, which FreeSWITCH
    -- would pass on.
    local shown = (fields.display or "") ~= "" and prefix .. fields.display or session:getVariable("caller_id_name") or ""
    -- Only digits are dialled.
    for extension, ring in (fields.targets or ""):gmatch("(%d+):(%d+)") do
        turn = turn + 1
        local name = names[turn] or ""
        if tonumber(ring) > 0 then
            local leg = {"leg_timeout=" .. ring, "major_extension=" .. extension}
            if name ~= "" then leg[#leg + 1] = "origination_caller_id_name=" .. in_dial_string(display(prefix .. name)) end
            -- A client's id goes into the name of a sound file, and is made of what its name may be made of.
            if options ~= "" then leg[#leg + 1] = (options:gsub("CLIENT", (fields.client or ""):gsub("[^%w_-]", "_"))) end
            legs[#legs + 1] = "[" .. table.concat(leg, ",") .. "]" .. endpoint:gsub("EXT", extension)
        else
            -- Rings as long as it likes: the overflow.
            session:setVariable("major_overflow", extension)
            if name ~= "" then shown = prefix .. name end
        end
    end
    session:setVariable("major_action", action)
    session:setVariable("major_bridge", #legs > 0 and "{ignore_early_media=ring_ready}" .. table.concat(legs, "|") or "error/no_route_destination")
    for _, name in ipairs({"client", "client-name", "contact", "case", "reason", "decision", "for", "display", "displays"}) do
        session:setVariable("major_" .. name:gsub("-", "_"), fields[name] or "")
    end
    session:setVariable("effective_caller_id_name", display(shown))
    session:setVariable("effective_caller_id_number", number)
    -- For phones that open a page of the ticket system.
    if (fields.case or "") ~= "" then session:execute("export", "nolocal:sip_h_X-Majord-Case=" .. fields.case:gsub("[%c$]", " ")) end
    -- By this variable REPORTS knows the caller's channel, and the phones' that are called for it.
    if action ~= "pass" then session:execute("export", "major_call=" .. uuid) end
    start_reports()
    log("INFO", "call " .. uuid .. ": " .. (fields.action or "no answer") .. " " .. (fields.targets or ""))
end

---------------- Feature codes ----------------

-- The call ends with a sentence as its reason phrase, which phones show, and a word for programs as X-Majord-State: 480 when it was done, 403 when it was
-- refused, 503 when it was not possible, or when that is not known.
local function code(command, wish, argument, is_known)
    local extension = session:getVariable("user_name") or ""
    local function say(status, sentence, state)
        session:setVariable("sip_rh_X-Majord-State", state)
        session:execute("respond", status .. " " .. sentence:gsub("%c", " "))
    end
    if not extension:match("^%d+$") then return say("403", "Feature codes work from an extension", "refused") end
    local answer, problem, kind = ask(command, extension, wish, argument)
    if type(answer) == "table" and answer[2] then
        say(answer[2] == "refused" and "403" or "480", answer[1], answer[2])
    elseif kind == "refused" then
        say("403", problem:gsub("^ERR ", ""), "refused")
    elseif kind == "away" or is_known then
        say("503", "Not possible now, nothing has changed", "unknown")
    else
        say("503", "Not known whether it was done: dial *70", "unknown")
    end
end

local function agent(wish, minutes)
    code("AGENT", wish, minutes and minutes .. "m", wish == "status")
end

local function case(wish, reference)
    if reference == "" then reference = nil end
    if reference and not (reference:match("^%d+$") and #reference <= 20) then
        session:setVariable("sip_rh_X-Majord-State", "refused")
        return session:execute("respond", "403 A case's reference is dialled in digits")
    end
    code("CASE", wish, reference, false)
end

---------------- Calls that agents make ----------------

-- REPORTS knows such a call by the extension in major_dials. What is no client's number majord does not keep.
local function dials(number)
    local extension = session:getVariable("user_name") or ""
    if not (extension:match("^%d+$") and #extension <= 15) then return end
    session:setVariable("major_dials", extension)
    start_reports()
    local event = freeswitch.Event("CUSTOM", "majord::dials")
    event:addHeader("Major-Call", session:getVariable("uuid"))
    event:addHeader("Major-Extension", extension)
    event:addHeader("Major-Number", (number:gsub("[^%d+]", "")))
    event:fire()
end

---------------- Reports ----------------

-- What FreeSWITCH says about why a call ended that nobody took.
local causes = {
    ORIGINATOR_CANCEL = "CANCEL", USER_BUSY = "BUSY", NO_ANSWER = "NOANSWER", NO_USER_RESPONSE = "NOANSWER", ALLOTTED_TIMEOUT = "NOANSWER",
    PROGRESS_TIMEOUT = "NOANSWER", USER_NOT_REGISTERED = "CHANUNAVAIL", UNALLOCATED_NUMBER = "CHANUNAVAIL", NO_ROUTE_DESTINATION = "CHANUNAVAIL",
    SUBSCRIBER_ABSENT = "CHANUNAVAIL",
}

-- The statuses with which a phone says that it is not there, and what FreeSWITCH says of one that says nothing at all.
local absent = {["404"] = true, ["410"] = true, ["480"] = true, ["484"] = true, ["502"] = true, ["503"] = true, ["504"] = true, ["604"] = true}
local silent = {PROGRESS_TIMEOUT = true, RECOVERY_ON_TIMER_EXPIRE = true}

-- calls: by the caller's channel, the phones that were called for it, by their channels, and who has the call.
local function reporter()
    if reports_run() then return log("ERR", "majord.lua REPORTS runs already") end
    local calls = {}
    -- Calls that are over, 1,000 to 2,000 of the latest: what their phones do behind their end is nobody's business.
    local over, over_before, count = {}, {}, 0
    local first, last, waiting = 1, 0, {}
    local told_of_loss = false
    -- Agents' own calls that were answered, and extensions without a phone: their domain, and when that is looked at.
    local dialled, unregistered = {}, {}
    local now = require("socket").gettime

    local function tell(...)
        last = last + 1
        waiting[last] = {words = {...}, at = os.time()}
        if last - first >= KEPT then
            waiting[first] = nil
            first = first + 1
            if not told_of_loss then log("ERR", "reports are lost: " .. KEPT .. " wait for majord") end
            told_of_loss = true
        end
    end

    -- Tells what waits, in its order; what majord does not take is told again.
    local function deliver()
        local requests = {}
        for index = first, math.min(last, first + AT_ONCE - 1) do
            local words = {(table.unpack or unpack)(waiting[index].words)}
            -- How many seconds ago it was, where it had to wait: a day at the most. NEXT is no report, and takes none.
            local ago = math.min(os.time() - waiting[index].at, 86400)
            if ago > 1 and words[1] ~= "NEXT" then words[#words + 1] = tostring(ago) end
            requests[#requests + 1] = words
        end
        local problem = exchange(requests, DURABLE_WITHIN, function(words, answer, refusal)
            local report = "call " .. words[2] .. ": %s " .. words[1] .. (words[3] and words[1] ~= "UP" and " " .. words[3] or "")
            if answer then log("INFO", report:format("recorded"))
            else log("ERR", report:format("refused") .. ": " .. tostring(refusal)) end
            waiting[first] = nil
            first = first + 1
        end)
        if problem then log("WARNING", "reports wait for majord: " .. (last - first + 1) .. " (" .. tostring(problem) .. ")")
        else told_of_loss = false end
        return not problem
    end

    local function call_of(call)
        if not calls[call] then calls[call] = {legs = {}} end
        return calls[call]
    end

    local function digits(text)
        text = (text or ""):gsub("^sips?:", ""):match("^%+?(%d+)")
        return text and #text <= 15 and text or nil
    end

    -- Somebody has the call now: he who had it before does not any longer.
    local function taken(call, holder, extension)
        local state = calls[call]
        if state.holder == holder then return end
        if state.holder and state.extension then tell("RELEASED", call, state.extension) end
        state.holder, state.extension, state.is_taken = holder, extension, true
        if extension then
            tell("ANSWERED", call, extension)
            tell("UP", call)
        end
    end

    -- The extension of a channel that was not called for this call: a colleague who was asked first, or who has picked the call up.
    local function extension_of(uuid)
        for _, name in ipairs({"dialed_user", "user_name", "destination_number"}) do
            local extension = digits(freeswitch.API():executeString("uuid_getvar " .. uuid .. " " .. name))
            if extension then return extension end
        end
    end

    local function bridged(event)
        local call, other = event:getHeader("Bridge-A-Unique-ID"), event:getHeader("Bridge-B-Unique-ID")
        if event:getHeader("variable_major_call") ~= call and not calls[call] then call, other = other, call end
        if event:getHeader("variable_major_call") ~= call and not calls[call] then return end
        local leg = call_of(call).legs[other]
        if not leg then
            -- Two callers whom an agent has joined have nobody of ours any longer.
            taken(call, other, not calls[other] and extension_of(other) or nil)
        elseif leg.is_answered then
            taken(call, other, leg.extension)
        else
            -- The caller hears the phone's own ringing; it is not answered yet.
            leg.is_joined = true
        end
    end

    local function caller_event(name, event, call)
        if name == "SESSION_HEARTBEAT" then
            if calls[call] and calls[call].is_taken then tell("UP", call) end
        elseif name == "CHANNEL_ANSWER" then
            local state, extension = call_of(call), digits(event:getHeader("Caller-Destination-Number"))
            if event:getHeader("variable_current_application") == "bridge" then
                -- A phone is answered: the caller hears of it before the two are joined, and may be gone before they are.
                state.is_answered = true
                for uuid, leg in pairs(state.legs) do
                    if leg.is_answered and not leg.is_gone then taken(call, uuid, leg.extension) end
                end
            elseif extension == event:getHeader("variable_major_overflow") then
                -- The overflow took it without calling a phone: a voicemail, a queue, a menu.
                taken(call, call, extension)
                state.holder = nil
            end
        elseif name == "CHANNEL_HANGUP_COMPLETE" then
            local state = calls[call]
            if state and state.is_answered and not state.is_taken and state.last then
                -- Both hung up before they were joined.
                taken(call, state.last, state.legs[state.last].extension)
            end
            local is_taken = state and state.is_taken or not state and (tonumber(event:getHeader("variable_answer_epoch") or "") or 0) > 0
            tell("ENDED", call, is_taken and "ANSWER" or causes[event:getHeader("Hangup-Cause") or ""] or "FAILED")
            calls[call], over[call], count = nil, true, count + 1
            if count == 1000 then over, over_before, count = {}, over, 0 end
        end
    end

    local function phone_event(name, event, call)
        local uuid, cause, state = event:getHeader("Unique-ID"), event:getHeader("Hangup-Cause"), calls[call]
        if over[call] or over_before[call] or name == "CHANNEL_HANGUP_COMPLETE" then
            return
        elseif name == "CHANNEL_HANGUP" then
            if not state then return end
            local leg = state.legs[uuid]
            if leg then leg.is_gone = true end
            -- A phone that is not there: for a minute its agent comes last. Nobody reads what is next, which is known already.
            if leg and not leg.is_answered and leg.extension
                and (absent[event:getHeader("variable_sip_invite_failure_status") or ""] or silent[cause or ""] and not leg.has_rung) then
                tell("NEXT", call, "CHANUNAVAIL", leg.extension)
            end
            -- Of a REFER FreeSWITCH says so in a variable, also where the phone is then hung up as ever.
            local is_transfer = cause == "BLIND_TRANSFER" or cause == "ATTENDED_TRANSFER" or event:getHeader("variable_transfer_disposition")
            if state.holder == uuid and is_transfer then
                if state.extension then tell("RELEASED", call, state.extension) end
                state.holder, state.extension = nil, nil
            end
            return
        end
        state = call_of(call)
        local leg = state.legs[uuid]
        if not leg then
            -- Its extension: that of majord's target, else the one that the dial plan went to for the caller.
            leg = {extension = digits(event:getHeader("variable_major_extension")) or digits(event:getHeader("Other-Leg-Destination-Number"))}
            state.legs[uuid] = leg
        end
        if name == "CHANNEL_PROGRESS" or name == "CHANNEL_PROGRESS_MEDIA" then
            leg.has_rung = true
            if leg.extension and state.ringing ~= leg.extension then
                state.ringing = leg.extension
                tell("RINGING", call, leg.extension)
            end
        elseif name == "CHANNEL_ANSWER" then
            leg.is_answered, state.last = true, uuid
            if leg.is_joined or state.is_answered and not state.is_taken then taken(call, uuid, leg.extension) end
        end
    end

    -- What an agent's own call to a number outside comes to.
    local function dial_event(name, event)
        local call, extension = event:getHeader("Unique-ID"), event:getHeader("variable_major_dials")
        if name == "CHANNEL_ANSWER" and event:getHeader("variable_current_application") == "bridge" then
            dialled[call] = true
            tell("ANSWERED", call, extension)
            tell("UP", call)
        elseif name == "SESSION_HEARTBEAT" and dialled[call] then
            tell("UP", call)
        elseif name == "CHANNEL_HANGUP_COMPLETE" then
            tell("ENDED", call, dialled[call] and "ANSWER" or causes[event:getHeader("Hangup-Cause") or ""] or "FAILED")
            dialled[call] = nil
        end
    end

    -- Whose phone is registered. One that is not any more is looked after: another phone of the same extension may be, and majord forgets after five minutes.
    local function registration_event(kind, event)
        local user = event:getHeader("from-user") or event:getHeader("user") or ""
        if not (user:match("^%d+$") and #user <= 15) then return end
        local host = event:getHeader("from-host") or event:getHeader("host") or ""
        if kind == "sofia::register" then
            unregistered[user] = nil
            tell("PHONE", user, "reachable")
        else
            unregistered[user] = {host = host:gsub("[^%w.:_-]", ""), at = now() + 1}
        end
    end

    local function look_after_phones()
        for user, phone in pairs(unregistered) do
            if phone.at <= now() then
                phone.at = now() + 60
                local contact = freeswitch.API():executeString("sofia_contact */" .. user .. "@" .. phone.host) or ""
                if contact:match("^error") or contact == "" then tell("PHONE", user, "unreachable")
                else
                    unregistered[user] = nil
                    tell("PHONE", user, "reachable")
                end
            end
        end
    end

    local function noted(event)
        local name, call = event:getHeader("Event-Name"), event:getHeader("variable_major_call")
        if name == "CUSTOM" then
            local kind = event:getHeader("Event-Subclass")
            if kind == "majord::dials" then
                tell("CALLED", event:getHeader("Major-Call"), event:getHeader("Major-Extension"), event:getHeader("Major-Number"))
            else
                registration_event(kind, event)
            end
        elseif event:getHeader("variable_major_dials") and not call then dial_event(name, event)
        elseif name == "CHANNEL_BRIDGE" then bridged(event)
        elseif not call then return
        elseif call == event:getHeader("Unique-ID") then caller_event(name, event, call)
        else phone_event(name, event, call) end
    end

    local consumer = freeswitch.EventConsumer("CHANNEL_ORIGINATE", "", EVENTS)
    for _, name in ipairs({"CHANNEL_PROGRESS", "CHANNEL_PROGRESS_MEDIA", "CHANNEL_ANSWER", "CHANNEL_BRIDGE", "SESSION_HEARTBEAT", "CHANNEL_HANGUP",
        "CHANNEL_HANGUP_COMPLETE"}) do consumer:bind(name) end
    for _, kind in ipairs({"majord::dials", "sofia::register", "sofia::unregister", "sofia::expire"}) do consumer:bind("CUSTOM", kind) end
    log("INFO", "reports are told")
    local again, events, said = 0, 0, 0
    while true do
        if os.time() ~= said then
            said = os.time()
            freeswitch.setGlobalVariable("majord_reports", tostring(said))
            look_after_phones()
        end
        local wait = last < first and PAUSE or math.max(again - now(), 0)
        local event = wait > 0 and consumer:pop(1, math.ceil(wait * 1000)) or consumer:pop(0)
        while event do
            local well, problem = pcall(noted, event)
            if not well then log("ERR", "an event was not understood: " .. tostring(problem)) end
            events = events + 1
            -- Lua does not know how big events are.
            if events % 100 == 0 then collectgarbage() end
            event = consumer:pop(0)
        end
        if last >= first and now() >= again and not deliver() then again = now() + PAUSE end
    end
end

local jobs = {
    ROUTE = route, AGENT = agent, CASE = case, DIALS = dials, REPORTS = reporter,
    CALLED = function() stream:write(called()) end,
}
local words = {}
for index = 1, #argv do words[index] = argv[index] end
local job = jobs[table.remove(words, 1) or ""]
if job then job((table.unpack or unpack)(words)) else log("ERR", "unknown job") end
