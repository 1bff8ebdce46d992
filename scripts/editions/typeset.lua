-- Turns the classes of the site's components into calls of the functions in book.typ; languages into text settings.

local BOXES = { version = true, quote = true, apart = true, words = true, example = true, note = true, cards = true,
  picture = true, mark = true, kind = true, names = true, where = true, mistake = true, confidence = true, validity = true,
  ["admonition-title"] = true, caption = true, row = true, cell = true, timeline = true, parts = true, arrow = true }

local function raw(text) return pandoc.RawBlock("typst", text) end

local function box(element)
  for _, class in ipairs(element.classes) do
    if BOXES[class] then return class end
  end
end

function Div(element)
  local content = element.content
  local language = element.attributes.lang
  if language then
    content:insert(1, raw('#set text(lang: "' .. language .. '", region: none)'))
  end
  local class = box(element)
  if class == "row" then
    content:insert(1, raw("#row("))
    content:insert(raw(")"))
    return content
  end
  if class == "cell" then
    content:insert(1, raw("["))
    content:insert(raw("],"))
    return content
  end
  local name = class or (language and "block")
  if not name then return element end
  if element.classes:includes("translation") then name = "translation" end
  content:insert(1, raw("#" .. name .. "["))
  content:insert(raw("]"))
  if element.identifier ~= "" then content:insert(raw("<" .. element.identifier .. ">")) end
  return content
end

function Span(element)
  local part = element.attributes["data-part"] or element.attributes.part
  local language = element.attributes.lang
  if part then
    element.content:insert(1, pandoc.RawInline("typst", "#part(" .. part .. ")["))
  elseif language then
    element.content:insert(1, pandoc.RawInline("typst", '#text(lang: "' .. language .. '")['))
  else
    return element.content
  end
  element.content:insert(pandoc.RawInline("typst", "]"))
  return element.content
end
