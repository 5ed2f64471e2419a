using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ParisPact.Domain.Intake.Tables;

namespace ParisPact.Functions.Platform;

/// <summary>A sheet of a <see cref="WorkbookFile"/>, written cell by cell from the left. Texts stand in their cells and are never formulas.</summary>
internal sealed class WorkbookSheet : IDisposable
{
    /// <summary>What a spreadsheet takes in one cell, in UTF-16 characters.</summary>
    private const int LongestCell = 32_767;

    /// <summary>Excel takes 65,530 in a sheet; the text of further ones stands there all the same.</summary>
    private const int MostLinks = 60_000;

    /// <summary>Excel's days go wrong before: it has a 29 February 1900.</summary>
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    private static readonly DateOnly DayZero = new(1899, 12, 30);

    private readonly ZipArchive _zip;
    private readonly int _number;
    private readonly SheetLook? _look;
    private readonly XmlWriter _xml;
    private readonly List<(string Cell, string Address)> _links = [];
    private int _column;
    private int _widest;

    internal WorkbookSheet(ZipArchive zip, int number, SheetLook? look)
    {
        (_zip, _number, _look) = (zip, number, look);
        _xml = WorkbookFile.Part(zip, $"xl/worksheets/sheet{number}.xml");
        _xml.WriteStartElement("worksheet", WorkbookFile.Main);
        if (look is not null) SheetFrame.Begin(_xml, look);
        _xml.WriteStartElement("sheetData", WorkbookFile.Main);
    }

    /// <summary>Rows that were begun.</summary>
    public int Rows { get; private set; }

    /// <param name="height">In points; null for that of a line. Programs do not agree on finding it by themselves where texts wrap.</param>
    public void BeginRow(int? height = null)
    {
        _xml.WriteStartElement("row", WorkbookFile.Main);
        _xml.WriteAttributeString("r", WorkbookFile.Number(++Rows));
        if (height is { } points)
        {
            _xml.WriteAttributeString("ht", WorkbookFile.Number(points));
            _xml.WriteAttributeString("customHeight", "1");
        }

        _column = 0;
    }

    public void EndRow()
    {
        _xml.WriteEndElement();
        _widest = Math.Max(_widest, _column);
    }

    /// <summary>A cell that says nothing; with a look of its own where it is to be filled in.</summary>
    public void Blank(CellStyle style = CellStyle.Plain)
    {
        if (style != CellStyle.Plain)
        {
            BeginCell(style);
            _xml.WriteEndElement();
        }
        else
        {
            _column++;
        }
    }

    public void Text(string? text, CellStyle style = CellStyle.Plain)
    {
        if (string.IsNullOrEmpty(text))
        {
            Blank(style == CellStyle.Open ? style : CellStyle.Plain);
            return;
        }

        BeginCell(style);
        _xml.WriteAttributeString("t", "inlineStr");
        _xml.WriteStartElement("is", WorkbookFile.Main);
        _xml.WriteStartElement("t", WorkbookFile.Main);
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(Cell(text));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    /// <param name="number">As JSON writes it.</param>
    public void Number(string number, CellStyle style = CellStyle.Plain)
    {
        BeginCell(style);
        _xml.WriteElementString("v", WorkbookFile.Main, number);
        _xml.WriteEndElement();
    }

    public void Number(decimal? number, CellStyle style)
    {
        if (number is { } known) Number(known.ToString(CultureInfo.InvariantCulture), style);
        else Blank();
    }

    /// <summary>A date that a spreadsheet reckons with; as text before March 1900.</summary>
    public void Day(DateOnly? day)
    {
        if (day is not { } known) Blank();
        else if (known < FirstDay) Text(known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellStyle.Wrapped);
        else Number(WorkbookFile.Number(known.DayNumber - DayZero.DayNumber), CellStyle.Day);
    }

    /// <summary>A text that leads to an address.</summary>
    /// <param name="address">Absolute; null where the text leads nowhere, as in a sheet without a look.</param>
    public void Link(string text, string? address)
    {
        var leads = _look is not null && address is not null && _links.Count < MostLinks;
        if (leads) _links.Add((WorkbookFile.Column(_column) + WorkbookFile.Number(Rows), address!));
        Text(text, leads ? CellStyle.Link : CellStyle.Wrapped);
    }

    /// <summary>A text as it stands in a cell: never a formula, no character that XML cannot have, and no more than fits.</summary>
    public static string Cell(string text)
    {
        var safe = SafeCell.Of(text);
        if (safe.Length > LongestCell) safe = safe[..(LongestCell - 1)] + "…";
        if (safe.All(XmlConvert.IsXmlChar)) return safe;
        var clean = new StringBuilder(safe.Length);
        for (var i = 0; i < safe.Length; i++)
        {
            if (XmlConvert.IsXmlChar(safe[i])) clean.Append(safe[i]);
            else if (i + 1 < safe.Length && XmlConvert.IsXmlSurrogatePair(safe[i + 1], safe[i])) clean.Append(safe[i]).Append(safe[++i]);
        }

        return clean.ToString();
    }

    public void Dispose()
    {
        _xml.WriteEndElement();
        if (_look is not null) SheetFrame.End(_xml, _look, Rows, _widest, _links);
        _xml.WriteEndDocument();
        _xml.Dispose();
        if (_look is not null && _links.Count > 0) SheetFrame.Relate(_zip, _number, _links);
    }

    private void BeginCell(CellStyle style)
    {
        _xml.WriteStartElement("c", WorkbookFile.Main);
        _xml.WriteAttributeString("r", WorkbookFile.Column(_column++) + WorkbookFile.Number(Rows));
        if (style != CellStyle.Plain) _xml.WriteAttributeString("s", WorkbookFile.Number((int)style));
    }
}
