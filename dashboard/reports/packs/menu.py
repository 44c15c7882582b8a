"""Knows which formats of papers a page offers, and how the menu calls them."""

#: In the order of the menu; what each is written by stands in `dashboard.exports.papers.formats`.
MENU = {
    "pptx": "Slides (PowerPoint)",
    "xlsx": "Workbook with every table",
    "pdf": "PDF to print",
    "html": "Page for a browser, in one file",
    "datapackage": "Tables with their description, zipped",
}
