-- A rule of rspamd that asks `honmono check --ndjson` behind socat (README.md). What cannot be asked is HONMONO_FAILED.
local tcp, ucl, util = require "rspamd_tcp", require "ucl", require "rspamd_util"
local HOST, PORT, SECONDS = "127.0.0.1", 11346, 2.0
-- A request may have 1 MiB; the host reads less than this of a text.
local TEXT_BYTES, LINK_BYTES = 200000, 300000

-- Bytes that are no UTF-8 would make the whole request invalid.
local function utf8(bytes)
  local s = tostring(bytes or "")
  return util.is_valid_utf8(s) and s or (s:gsub("[\128-\255]", "?"))
end

local function addresses(list)
  local out = {}
  for _, each in ipairs(list or {}) do out[#out + 1] = utf8(each.addr) end
  return #out > 0 and out or nil
end

-- No pictures, nor what rspamd reads as an address in the text of a link. The second value: true where some are left out.
local function links(task)
  local out, bytes = {}, 0
  for _, url in ipairs(task:get_urls() or {}) do
    local flags = url:get_flags()
    if not (flags.image or flags.html_displayed) then
      local link = {url = utf8(url:get_text()), text = utf8(url:get_visible())}
      bytes = bytes + #link.url + #link.text
      if bytes > LINK_BYTES then return out, true end
      out[#out + 1] = link
    end
  end
  return #out > 0 and out or nil, false
end

local function text(task)
  local shown
  for _, part in ipairs(task:get_text_parts() or {}) do
    if not shown or part:is_html() then shown = part end
  end
  local content = shown and utf8(shown:get_content())
  if not content or #content <= TEXT_BYTES then return content end
  return (content:sub(1, TEXT_BYTES):gsub("[\194-\244][\128-\191]*$", "")) -- no half character at the end
end

-- DMARC's result is the aligned one that a request's `auth` wants.
local function authentication(task)
  if task:has_symbol("DMARC_POLICY_ALLOW") then return {result = "pass"} end
  for _, policy in ipairs{"REJECT", "QUARANTINE", "SOFTFAIL"} do
    if task:has_symbol("DMARC_POLICY_" .. policy) then return {result = "fail"} end
  end
end

local function request(task)
  local from = (task:get_from("mime") or {})[1]
  local reply_to = task:get_header("Reply-To")
  local list, cut = links(task)
  return {
    id = 1, type = "check", auth = authentication(task),
    sender = from and {name = utf8(from.name), address = utf8(from.addr)},
    reply_to = reply_to and addresses(util.parse_mail_address(reply_to, task:get_mempool())),
    recipients = addresses(task:get_recipients("smtp")),
    subject = utf8(task:get_subject()), text = text(task), links = list, cut = cut,
  }
end

local function insert(task, err, data)
  local parser = ucl.parser()
  local reply = not err and parser:parse_string(tostring(data)) and parser:get_object()
  if not reply or reply.type ~= "verdict" then
    task:insert_result("HONMONO_FAILED", 1.0, err or "no verdict")
  elseif reply.level == "danger" or reply.level == "warning" then
    local codes = {}
    for _, finding in ipairs(reply.findings) do codes[#codes + 1] = finding.code end
    task:insert_result("HONMONO_" .. reply.level:upper(), 1.0, codes)
  end
end

local function check(task)
  local asked = tcp.request({
    task = task, host = HOST, port = PORT, timeout = SECONDS, stop_pattern = "\n",
    data = ucl.to_format(request(task), "json-compact") .. "\n",
    callback = function(err, data) insert(task, err, data) end,
  })
  if not asked then insert(task, "not asked") end
end

local id = rspamd_config:register_symbol{name = "HONMONO", type = "callback", callback = check}
for symbol, score in pairs{DANGER = 8.0, WARNING = 3.0, FAILED = 0.0} do
  rspamd_config:register_symbol{name = "HONMONO_" .. symbol, type = "virtual", parent = id, score = score}
end
rspamd_config:register_dependency("HONMONO", "DMARC_CHECK")
