using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace ParisPact.Functions.Platform;

/// <summary>What stands before and after the cells of a sheet, in the order that the format asks for.</summary>
internal static class SheetFrame
{
    public static void Begin(XmlWriter xml, SheetLook look)
    {
        Open(xml, "sheetViews");
        Open(xml, "sheetView", ("workbookViewId", "0"));
        var corner = WorkbookFile.Column(look.Frozen) + "2";
        if (look.Frozen > 0) Empty(xml, "pane", ("xSplit", WorkbookFile.Number(look.Frozen)), ("ySplit", "1"), ("topLeftCell", corner), ("activePane", "bottomRight"), ("state", "frozen"));
        else Empty(xml, "pane", ("ySplit", "1"), ("topLeftCell", corner), ("activePane", "bottomLeft"), ("state", "frozen"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        Open(xml, "cols");
        foreach (var (at, width) in look.Widths.Index())
            Empty(xml, "col", ("min", WorkbookFile.Number(at + 1)), ("max", WorkbookFile.Number(at + 1)), ("width", width.ToString(CultureInfo.InvariantCulture)), ("customWidth", "1"));
        xml.WriteEndElement();
    }

    /// <param name="rows">With the header.</param>
    /// <param name="columns">Of the widest row.</param>
    public static void End(XmlWriter xml, SheetLook look, int rows, int columns, IReadOnlyList<(string Cell, string Address)> links)
    {
        if (rows > 1) Empty(xml, "autoFilter", ("ref", $"A1:{WorkbookFile.Column(columns - 1)}{WorkbookFile.Number(rows)}"));
        if (look.Choice is { } choice && rows > 1)
        {
            var column = WorkbookFile.Column(choice.Column);
            Open(xml, "dataValidations", ("count", "1"));
            Open(xml, "dataValidation", ("type", "list"), ("allowBlank", "1"), ("showErrorMessage", "1"), ("sqref", $"{column}2:{column}{WorkbookFile.Number(rows)}"));
            xml.WriteElementString("formula1", WorkbookFile.Main, $"\"{string.Join(',', choice.Words)}\"");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        if (links.Count > 0)
        {
            Open(xml, "hyperlinks");
            foreach (var (at, (cell, _)) in links.Index())
            {
                Open(xml, "hyperlink", ("ref", cell));
                xml.WriteAttributeString("r", "id", WorkbookFile.Relations, $"rId{WorkbookFile.Number(at + 1)}");
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        Empty(xml, "pageSetup", ("paperSize", "9"), ("orientation", "landscape"));
    }

    /// <summary>The addresses that the cells of a sheet lead to, which stand in a part of their own.</summary>
    public static void Relate(ZipArchive zip, int number, IReadOnlyList<(string Cell, string Address)> links)
    {
        using var part = WorkbookFile.Part(zip, $"xl/worksheets/_rels/sheet{number}.xml.rels");
        part.WriteStartElement("Relationships", WorkbookFile.Packages);
        foreach (var (at, (_, address)) in links.Index())
        {
            part.WriteStartElement("Relationship", WorkbookFile.Packages);
            part.WriteAttributeString("Id", $"rId{WorkbookFile.Number(at + 1)}");
            part.WriteAttributeString("Type", $"{WorkbookFile.Relations}/hyperlink");
            part.WriteAttributeString("Target", address);
            part.WriteAttributeString("TargetMode", "External");
            part.WriteEndElement();
        }

        part.WriteEndElement();
    }

    private static void Empty(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(xml, name, attributes);
        xml.WriteEndElement();
    }

    private static void Open(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, WorkbookFile.Main);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
    }
}
