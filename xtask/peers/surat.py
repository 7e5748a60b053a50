"""The benchmark's letter as other programs make it: the same words, emblem, code and paper, from the same model.

    surat.py PEER FOLDER FONTS COUNT

PEER is typst, reportlab, weasyprint or libreoffice. FOLDER holds surat.json (the letter's model), lambang.png and kode.png, and takes PEER.pdf. FONTS is
the folder of the faces. COUNT letters to as many people are made; the answer is one JSON object: the milliseconds of each, and the bytes of the file.

Each makes PDF/A-2b where it can: reportlab cannot. What was read once (program, faces, pictures that a library keeps) stays read, as with ours.
"""

import copy
import html
import json
import subprocess
import sys
import time
from pathlib import Path

PAPER = (215, 330)
MARGINS = {"top": 20, "right": 20, "bottom": 36, "left": 30}


def typst(folder, fonts):
    import typst as compiler

    def text(words):
        return "".join("\\" + letter if letter in "\\#$*_`<>@[]~=-+/'\"" else letter for letter in words)

    def source(model):
        head, sign = model["letterhead"], model["signatures"][0]
        lines = [
            f'#set page(width: {PAPER[0]}mm, height: {PAPER[1]}mm, margin: (top: {MARGINS["top"]}mm, right: {MARGINS["right"]}mm,'
            f' bottom: {MARGINS["bottom"]}mm, left: {MARGINS["left"]}mm),'
            f' footer: grid(columns: (25mm, 1fr), gutter: 4mm, image("kode.png", width: 22mm), text(size: 8pt, style: "italic")[{text(model["footer"])}]))',
            '#set text(font: "Arimo", size: 11pt, lang: "id")',
            "#set par(justify: true)",
            '#grid(columns: (24mm, 1fr), gutter: 4mm, align: center + horizon, image("lambang.png", width: 22mm), [',
            f'#text(size: 12pt)[{text(head["government"])}] \\',
            f'#text(size: 16pt, weight: "bold")[{text(head["office"])}] \\',
            " \\ ".join(f"#text(size: 9pt)[{text(line)}]" for line in head["lines"]),
            "])",
            "#line(length: 100%, stroke: 2.25pt)",
            "#align(center)[" + " \\ ".join(f"*{text(line)}*" for line in model["head"]["title"]) + f' \\ {text(model["head"]["number"])}]',
        ]
        for block in model["blocks"]:
            if block["kind"] == "paragraph":
                lines.append(text(block["text"]) + "\n")
            elif block["kind"] == "fields":
                cells = "".join(f"[{text(label)}], [:], [{text(value)}], " for label, value in block["rows"])
                lines.append(f"#grid(columns: (45mm, 3mm, 1fr), row-gutter: 5pt, {cells})")
        named = [*sign["above"], *sign["post"], "", "", "", sign["name"], *sign["below"]]
        lines.append("#align(right, box(width: 80mm, align(left)[" + " \\ ".join(text(line) for line in named) + "]))")
        return "\n".join(lines).encode()

    machine = compiler.Compiler(root=str(folder), font_paths=[str(fonts)], ignore_system_fonts=True)

    def draw(model):
        made = machine.compile(input=source(model), format="pdf", pdf_standards=["a-2b"], pdf_tags=False)
        (folder / "typst.pdf").write_bytes(made)

    return draw


def reportlab(folder, fonts):
    from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import HRFlowable, Image, Paragraph, SimpleDocTemplate, Spacer, Table

    for cut in ("Regular", "Bold", "Italic"):
        pdfmetrics.registerFont(TTFont(f"Arimo-{cut}", str(fonts / f"Arimo-{cut}.ttf")))

    def style(size, cut="Regular", align=TA_JUSTIFY):
        return ParagraphStyle("", fontName=f"Arimo-{cut}", fontSize=size, leading=size * 1.2, alignment=align, spaceAfter=4)

    flush = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("TOP", "RIGHT", "BOTTOM", "LEFT")]
    body, centred = style(11), style(11, align=TA_CENTER)

    def text(words, how=body):
        return Paragraph(html.escape(words), how)

    def draw(model):
        def decorate(canvas, _):
            canvas.drawImage(str(folder / "kode.png"), 10 * mm, 10 * mm, 22 * mm, 22 * mm)
            footer = text(model["footer"], style(8, "Italic"))
            footer.wrapOn(canvas, 150 * mm, 20 * mm)
            footer.drawOn(canvas, 40 * mm, 14 * mm)

        head, sign = model["letterhead"], model["signatures"][0]
        office = [text(head["government"], style(12, align=TA_CENTER)), text(head["office"], style(16, "Bold", TA_CENTER))]
        office += [text(line, style(9, align=TA_CENTER)) for line in head["lines"]]
        story = [Table([[Image(str(folder / "lambang.png"), 22 * mm, 24 * mm), office]], colWidths=[26 * mm, 139 * mm])]
        story.append(HRFlowable(width="100%", thickness=2.25, color="black"))
        story += [text(line, style(11, "Bold", TA_CENTER)) for line in model["head"]["title"]]
        story.append(text(model["head"]["number"], centred))
        for block in model["blocks"]:
            if block["kind"] == "paragraph":
                story.append(text(block["text"]))
            elif block["kind"] == "fields":
                rows = [[text(label), text(":"), text(value)] for label, value in block["rows"]]
                story.append(Table(rows, colWidths=[45 * mm, 4 * mm, 116 * mm], style=flush))
        named = [text(line) for line in [*sign["above"], *sign["post"]]] + [Spacer(1, 40)] + [text(line) for line in [sign["name"], *sign["below"]]]
        story.append(Table([["", named]], colWidths=[85 * mm, 80 * mm]))
        margins = {f"{side}Margin": size * mm for side, size in MARGINS.items()}
        SimpleDocTemplate(str(folder / "reportlab.pdf"), pagesize=(PAPER[0] * mm, PAPER[1] * mm), **margins).build(story, onFirstPage=decorate)

    return draw


def page(model, fonts):
    """The letter in HTML: weasyprint reads it as it is, LibreOffice as a text document."""
    head, sign = model["letterhead"], model["signatures"][0]
    faces = "".join(
        f"@font-face {{ font-family: Arimo; src: url('{(fonts / f'Arimo-{cut}.ttf').as_uri()}'); font-{rule}; }}"
        for cut, rule in (("Regular", "weight: normal"), ("Bold", "weight: bold"), ("Italic", "style: italic"))
    )
    size = f"{PAPER[0]}mm {PAPER[1]}mm"
    margin = " ".join(f"{MARGINS[side]}mm" for side in ("top", "right", "bottom", "left"))
    parts = [
        f"<!doctype html><html lang='id'><meta charset='utf-8'><title>{html.escape(model['title'])}</title><style>{faces}",
        f"@page {{ size: {size}; margin: {margin}; }} body {{ font: 11pt Arimo, 'Liberation Sans'; }} p {{ text-align: justify; margin: 4pt 0; }}",
        ".kop {border-bottom: 2.25pt solid black; width: 100%;} .tengah {text-align: center;} .kaki {position: fixed; bottom: -26mm; font-size: 8pt;}",
        "</style><table class='kop'><tr><td><img src='lambang.png' width='83' height='91' style='width: 22mm; height: 24mm'><td class='tengah'>",
        f"{html.escape(head['government'])}<br><b style='font-size: 16pt'>{html.escape(head['office'])}</b><br>",
        "<br>".join(f"<span style='font-size: 9pt'>{html.escape(line)}</span>" for line in head["lines"]),
        "</table><p class='tengah'>" + "<br>".join(f"<b>{html.escape(line)}</b>" for line in model["head"]["title"]),
        f"<br>{html.escape(model['head']['number'])}</p>",
    ]
    for block in model["blocks"]:
        if block["kind"] == "paragraph":
            parts.append(f"<p>{html.escape(block['text'])}</p>")
        elif block["kind"] == "fields":
            rows = (f"<tr><td width='170'>{html.escape(label)}<td>:<td>{html.escape(value)}" for label, value in block["rows"])
            parts.append(f"<table>{''.join(rows)}</table>")
    named = [*sign["above"], *sign["post"], "", "", "", sign["name"], *sign["below"]]
    parts.append("<div style='margin-left: 85mm'>" + "<br>".join(html.escape(line) for line in named) + "</div>")
    parts.append(f"<div class='kaki'><img src='kode.png' width='83' height='83' style='width: 22mm; height: 22mm'> <i>{html.escape(model['footer'])}</i></div></html>")
    return "".join(parts)


def weasyprint(folder, fonts):
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    configuration = FontConfiguration()

    def draw(model):
        HTML(string=page(model, fonts), base_url=str(folder) + "/").write_pdf(folder / "weasyprint.pdf", pdf_variant="pdf/a-2b", font_config=configuration)

    return draw


def libreoffice(folder, fonts):
    source = folder / "libreoffice.html"
    filters = 'pdf:writer_web_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'
    profile = (folder / "libreoffice").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", filters, "--outdir", str(folder), str(source)]

    def draw(model):
        source.write_text(page(model, fonts))
        subprocess.run(command, check=True, capture_output=True)

    return draw


NAMES = ("Ahmad", "Budi", "Citra", "Dewi", "Eko", "Fitri", "Gunawan", "Hendra", "Indah", "Joko", "Kartika", "Lestari", "Wahyu", "Yohanes")
PEERS = {"typst": typst, "reportlab": reportlab, "weasyprint": weasyprint, "libreoffice": libreoffice}


def code(folder, payload):
    """The code as a picture, with the correction that ours has."""
    import segno

    segno.make(payload, error="h", boost_error=False).save(str(folder / "kode.png"), scale=8, border=4)


def to_another(model, number):
    """The letter about another person: a program that keeps whole letters must not gain by it."""
    model = copy.deepcopy(model)
    model["head"]["number"] += f" ({number + 1})"
    for block in model["blocks"]:
        if block["kind"] == "fields":
            block["rows"][0][1] += f" {NAMES[number % len(NAMES)]}"
    return model


def main():
    peer, folder, fonts, count = sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3]).resolve(), int(sys.argv[4])
    model = json.loads((folder / "surat.json").read_text())
    if peer == "kode":
        return code(folder, model["code"]["payload"] + "/1-1/C")
    draw = PEERS[peer](folder, fonts)
    took = []
    for number in range(count):
        letter = to_another(model, number)
        begun = time.perf_counter()
        draw(letter)
        took.append((time.perf_counter() - begun) * 1000)
    print(json.dumps({"milliseconds": took, "bytes": (folder / f"{peer}.pdf").stat().st_size}))


if __name__ == "__main__":
    main()
