"""Blocks made from the six tasks: their cards, and the picture of the whole Law."""

from __future__ import annotations

from records import Data


def write_cards(data: Data, page) -> str:
    """Six task cards: number, name with a link, one line, paragraph."""
    items = "\n".join(
        f"{number}.  [{task.text(page.language, 'name')}]({page.link(f'tasks/{id}.md')}){{: .name }}\n"
        f"    {task.text(page.language, 'short')} {page.cite(task.own['paragraph'])}"
        for number, (id, task) in enumerate(data["tasks"].items(), 1)
    )
    return f'<div class="cards" markdown>\n\n{items}\n\n</div>'


def write_picture(data: Data, page) -> str:
    """The whole Law on one picture: who forms the Assembly, its one goal, its six tasks."""

    def word(id: str) -> str:
        return data.word(f"picture-{id}", page.language)

    tasks = "\n".join(
        f"<li markdown>[{task.text(page.language, 'name')}]({page.link(f'tasks/{id}.md')})</li>"
        for id, task in data["tasks"].items()
    )
    return f"""<figure class="picture" markdown>
<div class="president" markdown>
<p markdown>**{word("president")}** {page.cite("p3")}</p>
</div>
<p class="arrow">{word("forms")}</p>
<div class="assembly" markdown>
<p markdown>[**{word("assembly")}**]({page.link("status.md")}) {page.cite("p3")}</p>
<p>{word("institution")}</p>
</div>
<p class="arrow">{word("aims")}</p>
<div class="goal" markdown>
<p markdown>[**{word("goal")}**]({page.link("goal.md")}) {page.cite("p4")}</p>
<p>{word("accord")}</p>
</div>
<p class="arrow">{word("works")}</p>
<div class="tasks" markdown>
<p markdown>[**{word("tasks")}**]({page.link("tasks/index.md")}) {page.cite("p5")}</p>
<ol markdown>
{tasks}
</ol>
</div>
<figcaption>{word("caption")}</figcaption>
</figure>"""
