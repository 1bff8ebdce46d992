-- Turns the classes of the site's components into calls of the functions in look.typ; languages into text settings.

local BOXES = { version = true, quote = true, apart = true, words = true, example = true, note = true, cards = true,
  picture = true, mark = true, kind = true, names = true, where = true, mistake = true, confidence = true, validity = true,
  ["admonition-title"] = true, caption = true, row = true, cell = true, timeline = true, parts = true, arrow = true,
  ["name-line"] = true, lines = true }
local COLUMNS = 3

local function raw(text) return pandoc.RawBlock("typst", text) end
local function inline(text) return pandoc.RawInline("typst", text) end

local function box(element)
  for _, class in ipairs(element.classes) do
    if BOXES[class] then return class end
  end
end

local function set_widths(table, widths)
  for number, width in ipairs(widths) do table.colspecs[number] = { table.colspecs[number][1], width } end
end

local function each_cell(table, act)
  for _, body in ipairs(table.bodies) do
    for _, row in ipairs(body.body) do
      for number, cell in ipairs(row.cells) do act(cell, number) end
    end
  end
end

-- A table to write into: room in its empty cells.
local function make_room(table)
  set_widths(table, { .07, .33, .6 })
  each_cell(table, function(cell) if #cell.contents == 0 then cell.contents = { raw("#empty") } end end)
  return table
end

-- A list of short things, in columns with running numbers.
local function stand_beside(list)
  local rows, start = pandoc.List({ raw("#row(") }), 1
  local length = math.ceil(#list.content / COLUMNS)
  for _ = 1, COLUMNS do
    local items = pandoc.List()
    for number = start, math.min(start + length - 1, #list.content) do items:insert(list.content[number]) end
    rows:extend({ raw("["), pandoc.OrderedList(items, pandoc.ListAttributes(start)), raw("],") })
    start = start + length
  end
  rows:insert(raw(")"))
  return rows
end

function Table(element)
  if element.classes:includes("card") then return raw("#card(" .. #element.colspecs .. ")") end
  local filled = {}
  each_cell(element, function(cell, number) if #cell.contents > 0 then filled[number] = true end end)
  if #element.colspecs == 3 and not filled[3] then set_widths(element, { .08, .72, .2 }) end
  return element
end

function Div(element)
  local content = element.content
  local language = element.attributes.lang
  if element.classes:includes("fill") then return content:map(function(block) return block.t == "Table" and make_room(block) or block end) end
  if element.classes:includes("law-sheet") then
    set_widths(content[1], { .035, .335, .335, .295 })
    return content
  end
  if element.classes:includes("choices") then return stand_beside(content[1]) end
  if language then
    content:insert(1, raw('#set text(lang: "' .. language .. '", region: none)'))
  end
  local class = box(element)
  if class == "row" then
    content:insert(1, raw(element.classes:includes("kinds") and "#row(sticky: true, " or "#row("))
    content:insert(raw(")"))
    return content
  end
  if class == "cell" then
    content:insert(1, raw("["))
    content:insert(raw("],"))
    return content
  end
  if class == "name-line" then
    local width = 2
    content = content:walk({ RawInline = function(each)
      if each.text == "#blank(1fr)" then
        each.text, width = "#blank(" .. width .. "fr)", 1
        return each
      end
    end })
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
  if element.classes:includes("blank") then return inline("#blank(1fr)") end
  if part then
    element.content:insert(1, inline("#part(" .. part .. ")["))
  elseif language then
    element.content:insert(1, inline('#text(lang: "' .. language .. '")['))
  else
    return element.content
  end
  element.content:insert(inline("]"))
  return element.content
end
