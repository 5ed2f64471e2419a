using System.Text;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake.Tables;

/// <summary>Writes CSV as spreadsheet programs open it without a question: UTF-8 with its mark, commas, CRLF, no formulas (RFC 4180).</summary>
internal sealed class CsvWriting : IDisposable
{
    private readonly StreamWriter _writer;
    private bool _first = true;

    /// <param name="stream">Is not closed.</param>
    public CsvWriting(Stream stream) => _writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 16 * 1024, leaveOpen: true) { NewLine = "\r\n" };

    public void Dispose() => _writer.Dispose();

    /// <summary>Writes one cell; text that would be taken for a formula is made text.</summary>
    public void Cell(string? text)
    {
        if (!_first) _writer.Write(',');
        _first = false;
        _writer.Write(CsvCell.Of(text ?? ""));
    }

    public void Cells(params IEnumerable<string?> texts)
    {
        foreach (var text in texts) Cell(text);
    }

    public void EndRow()
    {
        _writer.WriteLine();
        _first = true;
    }
}
