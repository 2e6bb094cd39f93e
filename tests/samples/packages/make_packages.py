"""Makes the packages beside it with openpyxl, xlsxwriter and by hand: python3 make_packages.py

Each holds the same small scoring table on a sheet named 'Chấm điểm'; around it stands what a writer must not touch.
"""
import io
import struct
import zipfile
import zlib
from datetime import datetime
from pathlib import Path

import openpyxl
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

HERE = Path(__file__).parent
ROWS = [
    ["BẢNG TỰ CHẤM ĐIỂM XÃ LAM SƠN NĂM 2024"],
    ["TT", "Tiêu chí", "Thang điểm", "Điểm tối đa", "Kết quả", "Điểm tự chấm"],
    [1, "Nguồn lực thực hiện quyền trẻ em", None, 100, None, 100],
    ["1.1", "Có bố trí người làm công tác bảo vệ trẻ em", "Có: 50 điểm", 50, "Có", 50],
    ["1.2", "Có kinh phí", "Có: 50 điểm", 50, "Có", 50],
    [2, "Trẻ em được khai sinh đúng quy định", None, 50, None, 50],
    ["2.1", "=Tỷ lệ trẻ em được khai sinh", "Từ 98% trở lên: 50 điểm; dưới 98%: 25 điểm", 50, 0.995, 50],
    [3, "Trẻ em bị tai nạn, thương tích", None, 50, None, 25],
    ["3.1", "- Tỷ lệ trẻ em bị tai nạn <giảm> & không tử vong", "Từ 98% trở lên: 50 điểm; dưới 98%: 25 điểm", 50, 0.9796, 25],
    [None, "TỔNG CỘNG", None, 200, None, 175],
]


def png():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes([200, 30, 30] * 8) for _ in range(8))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def with_xlsxwriter(name, macros=False):
    book = xlsxwriter.Workbook(HERE / name)
    book.set_properties({"created": datetime(2024, 11, 1)})
    sheet = book.add_worksheet("Chấm điểm")
    percent = book.add_format({"num_format": "0.00%", "font_name": "Times New Roman"})
    for row, values in enumerate(ROWS):
        for column, value in enumerate(values):
            if value is None:
                continue
            if isinstance(value, str):
                sheet.write_string(row, column, value)
            else:
                sheet.write_number(row, column, value, percent if column == 4 else None)
    sheet.write_formula("F10", "=SUM(F3,F6,F8)", None, 175)
    sheet.write_comment("E7", "Nguồn: tư pháp xã")
    sheet.insert_image("H2", "dau.png", {"image_data": io.BytesIO(png())})
    sheet.data_validation("E4:E5", {"validate": "list", "source": ["Có", "Không"]})
    sheet.conditional_format("F4:F9", {"type": "cell", "criteria": "<", "value": 10, "format": book.add_format({"bg_color": "#FFC7CE"})})
    sheet.print_area("A1:F10")
    sheet.repeat_rows(1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_header("&LUBND xã&RTrang &P")
    book.define_name("'Chấm điểm'!TongDiem", "='Chấm điểm'!$F$10")
    book.define_name("TyLe", "='Chấm điểm'!$E$7:$E$9")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"categories": "='Chấm điểm'!$A$4:$A$9", "values": "='Chấm điểm'!$F$4:$F$9"})
    sheet.insert_chart("H6", chart)
    data = book.add_worksheet("Số liệu")
    data.add_table("A1:B3", {"data": [["Trẻ em", 977], ["Khai sinh", 972]], "columns": [{"header": "Chỉ tiêu"}, {"header": "Số"}]})
    hidden = book.add_worksheet("Ẩn")
    hidden.write("A1", "nháp")
    hidden.hide()
    if macros:
        dummy = HERE / "vbaProject.bin"
        dummy.write_bytes(bytes(range(256)) * 4)
        book.add_vba_project(str(dummy))
        book.set_vba_name("ThisWorkbook")
    book.close()
    if macros:
        dummy.unlink()
    add_calculation_chain(HERE / name)


def add_calculation_chain(path):
    parts = {entry.filename: zipfile.ZipFile(path).read(entry) for entry in zipfile.ZipFile(path).infolist()}
    types = parts["[Content_Types].xml"].decode()
    override = '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>'
    parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()
    relations = parts["xl/_rels/workbook.xml.rels"].decode()
    relation = ('<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" '
                'Target="calcChain.xml"/></Relationships>')
    parts["xl/_rels/workbook.xml.rels"] = relations.replace("</Relationships>", relation).encode()
    parts["xl/calcChain.xml"] = (b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
                                 b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="F10" i="1"/></calcChain>')
    save(path, parts)


def save(path, parts, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (2024, 11, 1, 8, 0, 0))
            info.compress_type = method
            archive.writestr(info, content)


def with_openpyxl(name):
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = datetime(2024, 11, 1)
    sheet = book.active
    sheet.title = "Chấm điểm"
    for row, values in enumerate(ROWS, 1):
        for column, value in enumerate(values, 1):
            cell = sheet.cell(row, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    sheet["E7"].comment = Comment("Nguồn: tư pháp xã", "Cán bộ")
    validation = DataValidation(type="list", formula1='"Có,Không"')
    sheet.add_data_validation(validation)
    validation.add("E4")
    sheet.freeze_panes = "A3"
    sheet.print_title_rows = "2:2"
    own = book.create_sheet("Kết quả chấm điểm")
    own["A1"] = "Bảng của xã, không phải của phần mềm"
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.save(HERE / name)


def by_hand(name, prefix, strict, styles, method):
    base = "http://purl.oclc.org/ooxml/" if strict else "http://schemas.openxmlformats.org/"
    year = "" if strict else "/2006"
    main, office = f"{base}spreadsheetml{year}/main", f"{base}officeDocument{year}/relationships"
    p = f"{prefix}:" if prefix else ""
    namespace = f'xmlns:{prefix}="{main}"' if prefix else f'xmlns="{main}"'
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    escape = lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
    rows = ""
    for row, values in enumerate(ROWS, 1):
        cells = ""
        for column, value in enumerate(values):
            if value is None:
                continue
            place = f'r="{"ABCDEF"[column]}{row}"'
            if isinstance(value, str):
                cells += f'<{p}c {place} t="inlineStr"><{p}is><{p}t>{escape(value)}</{p}t></{p}is></{p}c>'
            else:
                cells += f"<{p}c {place}><{p}v>{value}</{p}v></{p}c>"
        rows += f'<{p}row r="{row}">{cells}</{p}row>'
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    style_type = f'<Override PartName="/xl/styles.xml" ContentType="{types}.styles+xml"/>' if styles else ""
    style_relation = f'<Relationship Id="rId7" Type="{office}/styles" Target="/xl/styles.xml"/>' if styles else ""
    parts = {
        "[Content_Types].xml": f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}.worksheet+xml"/>{style_type}</Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{head}<{p}workbook {namespace}><!-- giữ nguyên --><{p}sheets><{p}sheet name="Chấm điểm" sheetId="4" xmlns:rel="{office}" rel:id="rId3"/></{p}sheets><{p}calcPr calcId="1"/></{p}workbook>',
        "xl/_rels/workbook.xml.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId3" Type="{office}/worksheet" Target="/xl/worksheets/sheet1.xml"/>{style_relation}</Relationships>',
        "xl/worksheets/sheet1.xml": f"{head}<{p}worksheet {namespace}><{p}sheetData>{rows}</{p}sheetData></{p}worksheet>",
    }
    if styles:
        parts["xl/styles.xml"] = f'{head}<{p}styleSheet {namespace}><{p}fonts count="1"><{p}font><{p}sz val="12"/><{p}name val="Times New Roman"/></{p}font></{p}fonts><{p}fills count="1"><{p}fill><{p}patternFill patternType="none"/></{p}fill></{p}fills><{p}borders count="1"><{p}border/></{p}borders><{p}cellStyleXfs count="1"><{p}xf/></{p}cellStyleXfs><{p}cellXfs count="1"><{p}xf xfId="0"/></{p}cellXfs></{p}styleSheet>'
    save(HERE / name, parts, method)


with_xlsxwriter("charts-notes-pictures.xlsx")
with_xlsxwriter("macros.xlsm", macros=True)
with_openpyxl("foreign-sheet-1904.xlsx")
by_hand("prefixed.xlsx", "x", False, True, zipfile.ZIP_STORED)
by_hand("strict-without-styles.xlsx", "", True, False, zipfile.ZIP_DEFLATED)
