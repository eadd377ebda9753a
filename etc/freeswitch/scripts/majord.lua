-- Asks majord and tells it what becomes of calls, for FreeSWITCH 1.10 with mod_lua and LuaSocket (Debian: lua-socket).
-- Place: FreeSWITCH's scripts folder. The dial plan that calls it: dialplan/public/majord.xml and dialplan/default/majord.xml.
--
--   lua majord.lua ROUTE                       sets major_* variables of the channel, also when majord is away
--   luarun majord.lua RINGING UUID EXTENSION   a phone rings for the call UUID
--   luarun majord.lua ANSWERED UUID EXTENSION  it is answered
--   lua majord.lua ENDED UUID                  as api_hangup_hook: the call is over
--   lua majord.lua AGENT WISH [LENGTH]         a feature code: status, sick, back, pause 45m
--
-- FreeSWITCH's user has to be in majord's group for PBXs: adduser freeswitch majord-pbx
-- The global variable majord_socket names another socket than /run/majord/pbx.sock.
-- Not run in a FreeSWITCH yet: tried with Lua 5.3, a stand-in for FreeSWITCH's objects, and majord.

local unix = require("socket.unix")
local socket = require("socket")

-- Seconds for connecting, asking and answering together; then the call goes on without majord.
local PATIENCE = 0.3
-- Seconds between two attempts to tell of a call's end, and how many there are: an agent stays busy until it is known.
local PAUSE, ATTEMPTS = 1, 600

local function log(level, text)
    freeswitch.consoleLog(level, "majord: " .. text .. "\n")
end

-- One reply in RESP2: a text, an array of texts, or nil and what is wrong.
local function reply(receive)
    local line, problem = receive("*l")
    if not line then return nil, problem end
    local kind, rest = line:sub(1, 1), line:sub(2)
    if kind == "+" then return rest end
    if kind == "-" then return nil, rest end
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

-- Asks once, on a connection of its own: nil and the reason when there is no answer in time.
local function ask(...)
    local words = {...}
    local deadline = socket.gettime() + PATIENCE
    local make = type(unix) == "table" and unix.stream or unix
    local connection = make()
    local function left() return math.max(deadline - socket.gettime(), 0.001) end
    local function receive(pattern)
        if socket.gettime() >= deadline then return nil, "timeout" end
        connection:settimeout(left())
        return connection:receive(pattern)
    end
    local request = "*" .. #words .. "\r\n"
    for _, word in ipairs(words) do request = request .. "$" .. #word .. "\r\n" .. word .. "\r\n" end
    connection:settimeout(left())
    local answer, problem = connection:connect(freeswitch.getGlobalVariable("majord_socket") or "/run/majord/pbx.sock")
    if answer then answer, problem = connection:send(request) end
    if answer then answer, problem = reply(receive) end
    connection:close()
    if not answer then log("ERR", words[1] .. ": " .. tostring(problem)) end
    return answer, problem
end

-- What a number or a name cannot look like is not passed on.
local function number(text)
    if text == nil or text == "" then return "anonymous" end
    return #text <= 32 and text:match("^[-+%w.()*#]+$") or "unreadable"
end

-- Nothing that would end a quoted text or a header line, or begin a variable.
local function display(text)
    return (text:gsub("[%c\"\\$<>]", " "))
end

-- Sets for the dial plan: major_action; major_bridge, the agents' phones in their order, each with its ring time and its reports;
-- major_overflow, the extension for a call that none of them takes.
local function route()
    local uuid = session:getVariable("uuid")
    local endpoint = session:getVariable("major_endpoint")
    local answer = ask("ROUTE", number(session:getVariable("caller_id_number")),
        number(session:getVariable("destination_number")), uuid)
    local fields = {}
    if type(answer) == "table" then
        for index = 1, #answer - 1, 2 do fields[answer[index]] = answer[index + 1] end
    end
    local legs = {}
    -- Only digits are dialled.
    for extension, ring in (fields.targets or ""):gmatch("(%d+):(%d+)") do
        if tonumber(ring) > 0 then
            local report = "luarun majord.lua %s " .. uuid .. " " .. extension
            legs[#legs + 1] = "[leg_timeout=" .. ring .. ",api_on_ring='" .. report:format("RINGING")
                .. "',api_on_answer='" .. report:format("ANSWERED") .. "']" .. endpoint:gsub("EXT", extension)
        else
            -- Rings as long as it likes: the overflow.
            session:setVariable("major_overflow", extension)
        end
    end
    session:setVariable("major_action", fields.action or "overflow")
    session:setVariable("major_bridge", #legs > 0 and table.concat(legs, "|") or "error/no_route_destination")
    for _, name in ipairs({"client", "client-name", "contact", "case", "reason", "decision"}) do
        session:setVariable("major_" .. name:gsub("-", "_"), fields[name] or "")
    end
    if (fields["client-name"] or "") ~= "" then
        local name = fields["client-name"]
        if fields.contact ~= "" then name = name .. ": " .. fields.contact end
        session:setVariable("effective_caller_id_name", display(name))
    end
    log("INFO", "call " .. uuid .. ": " .. (fields.action or "no answer") .. " " .. (fields.targets or ""))
end

-- A report that fails is tried once more. That of an answer is then left to the end of the call.
local function report(event, uuid, extension)
    if ask(event, uuid, extension) or ask(event, uuid, extension) then return end
    if event == "ANSWERED" then
        freeswitch.API():executeString("uuid_setvar " .. uuid .. " major_unreported " .. extension)
    end
end

local causes = {
    ORIGINATOR_CANCEL = "CANCEL", USER_BUSY = "BUSY", NO_ANSWER = "NOANSWER", NO_USER_RESPONSE = "NOANSWER",
    USER_NOT_REGISTERED = "CHANUNAVAIL", UNALLOCATED_NUMBER = "CHANUNAVAIL", NO_ROUTE_DESTINATION = "CHANUNAVAIL",
}

-- FreeSWITCH gives a hook the channel's variables in `env`; the channel itself is gone, so nobody waits here.
local function ended(uuid)
    local status = causes[env:getHeader("Hangup-Cause") or ""] or "FAILED"
    if (tonumber(env:getHeader("variable_answer_epoch") or "") or 0) > 0 then status = "ANSWER" end
    local unreported = env:getHeader("variable_major_unreported")
    for _ = 1, ATTEMPTS do
        if unreported and ask("ANSWERED", uuid, unreported) then unreported = nil end
        if not unreported and ask("ENDED", uuid, status) then return end
        freeswitch.msleep(PAUSE * 1000)
    end
end

-- The call ends with a sentence as its reason phrase, which phones show: 480 when it was done, 403 when refused, 503 when majord is away.
local function agent(...)
    local extension = session:getVariable("user_name") or ""
    if not extension:match("^%d+$") then
        session:execute("respond", "403 Feature codes work from an extension")
        return
    end
    local answer = ask("AGENT", extension, ...)
    if type(answer) ~= "table" or not answer[2] then
        session:execute("respond", "503 Not possible now, try again later")
        return
    end
    session:execute("respond", (answer[2] == "refused" and "403 " or "480 ") .. answer[1]:gsub("%c", " "))
end

local jobs = {ROUTE = route, ENDED = ended, AGENT = agent}
function jobs.RINGING(...) report("RINGING", ...) end
function jobs.ANSWERED(...) report("ANSWERED", ...) end

local words = {}
for index = 1, #argv do words[index] = argv[index] end
local job = jobs[table.remove(words, 1) or ""]
if job then job((table.unpack or unpack)(words)) else log("ERR", "unknown job") end
