"""Opens the CSV of a summary in LibreOffice, makes pivot tables of notes and votes per theme, and compares their sums
with the summary in JSON. Needs LibreOffice and its Python bridge (Debian: libreoffice-calc-nogui, python3-uno), so it is
run by hand:

    node dist/bin.js summarize ... -o /tmp/notes.csv -o /tmp/summary.json
    python3 bench/pivot.py /tmp/notes.csv /tmp/summary.json
"""
import json
import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet.DataPilotFieldOrientation import DATA, ROW
from com.sun.star.sheet.GeneralFunction import COUNT, SUM
from com.sun.star.table import CellAddress, CellRangeAddress

ADDRESS = 'socket,host=127.0.0.1,port=2002;urp;'


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
    for _ in range(60):
        try:
            return resolver.resolve(f'uno:{ADDRESS}StarOffice.ComponentContext')
        except Exception:  # the office is still starting
            time.sleep(0.5)
    raise SystemExit('LibreOffice does not start')


def open_csv(context, path):
    desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
    options = {'Hidden': True, 'FilterName': 'Text - txt - csv (StarCalc)', 'FilterOptions': '44,34,76,1'}
    properties = []
    for name, value in options.items():
        given = PropertyValue()
        given.Name, given.Value = name, value
        properties.append(given)
    return desktop.loadComponentFromURL(pathlib.Path(path).resolve().as_uri(), '_blank', 0, tuple(properties))


def pivot(document, source, row, data, function, column):
    sheet = document.Sheets.getByName('Pivot')
    tables = sheet.getDataPilotTables()
    descriptor = tables.createDataPilotDescriptor()
    descriptor.setSourceRange(source)
    fields = descriptor.getDataPilotFields()
    fields.getByName(row).Orientation = ROW
    field = fields.getByName(data)
    field.Orientation, field.Function = DATA, function
    at = CellAddress()
    at.Sheet, at.Column, at.Row = 1, column, 0
    tables.insertNewByName(data, at, descriptor)
    output = tables.getByName(data).getOutputRange()
    cells = sheet.getCellRangeByPosition(
        output.StartColumn, output.StartRow, output.EndColumn, output.EndRow
    ).getDataArray()
    return {cell[0]: cell[-1] for cell in cells}


def main(csv_file, json_file):
    office = subprocess.Popen(['soffice', '--headless', '--norestore', f'--accept={ADDRESS}'])
    try:
        document = open_csv(connect(), csv_file)
        sheet = document.Sheets.getByIndex(0)
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        source = CellRangeAddress()
        source.EndColumn, source.EndRow = cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow
        formulas = sum(
            sheet.getCellByPosition(x, y).Type.value == 'FORMULA'
            for x in range(source.EndColumn + 1)
            for y in range(source.EndRow + 1)
        )
        document.Sheets.insertNewByName('Pivot', 1)
        notes = pivot(document, source, 'theme_id', 'note', COUNT, 0)
        votes = pivot(document, source, 'theme_id', 'votes', SUM, 6)
        themes = [theme for group in json.load(open(json_file))['groups'] for theme in group['themes']]
        differing = [
            theme['title']
            for theme in themes
            if notes.get(theme['id']) != sum(len(note['from']) for note in theme['notes'])
            or votes.get(theme['id']) != theme.get('votes', 0)
        ]
        print(f'{source.EndRow} rows, {formulas} formulas, {len(themes)} themes, {len(differing)} with other sums', *differing)
        return 1 if differing or formulas else 0
    finally:
        office.terminate()


sys.exit(main(*sys.argv[1:]))
