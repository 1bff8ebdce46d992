-- Gives the site's components the styles of docx.xml, and lines to write on.

local STYLES = { version = "Source", words = "Box", note = "Box", example = "Box", mistake = "Box", validity = "Box",
  mark = "Mark", caption = "Mark", ["admonition-title"] = "BoxTitle", lines = "Lines" }
local BLANK = string.rep("_", 24)
local LINE = string.rep("_", 84)

function Span(element)
  if element.classes:includes("blank") then return pandoc.Str(BLANK) end
end

function Table(element)
  if not element.classes:includes("card") then return nil end
  for _, body in ipairs(element.bodies) do
    for _, row in ipairs(body.body) do
      for _, cell in ipairs(row.cells) do cell.contents = { pandoc.Para({ pandoc.LineBreak(), pandoc.LineBreak() }) } end
    end
  end
  return element
end

-- The key begins a page.
function Header(element)
  if element.identifier:match("%-%-key$") then
    return { pandoc.RawBlock("openxml", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'), element }
  end
end

function Div(element)
  if element.classes:includes("lines") then
    element.content = element.content:walk({ Str = function() return pandoc.Str(LINE) end })
  end
  for _, class in ipairs(element.classes) do
    local style = STYLES[class]
    if class == "version" and element.classes:includes("translation") then style = "Translation" end
    if style then
      element.attributes["custom-style"] = style
      return element
    end
  end
end
