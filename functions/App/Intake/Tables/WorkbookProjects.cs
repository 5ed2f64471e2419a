using ExcelDataReader;
using ExcelDataReader.Exceptions;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Intake.Tables;

namespace ParisPact.Functions.Intake.Tables;

/// <summary>Reads projects from every sheet of a workbook that has a header with references and titles; XLSX and XLS.</summary>
internal static class WorkbookProjects
{
    /// <param name="file">Seekable, and checked as an archive before; not closed.</param>
    /// <param name="context">What must be known beside the file.</param>
    public static IEnumerable<RecordRead> Read(Stream file, ReadingContext context)
    {
        file.Position = 0;
        if (Open(file, out var refusal) is not { } reader)
        {
            yield return RecordRead.OfFile(refusal!);
            yield break;
        }

        using (reader)
        {
            var read = 0;
            var passedOver = new List<Problem>();
            do
            {
                var rows = new SheetRows(reader, reader.Name);
                var head = TableHead.Take(rows, context);
                if (rows.Fault is { } fault)
                {
                    yield return RecordRead.OfFile(fault);
                    yield break;
                }

                if (TableProblems.Hindrance(head, reader.Name) is { } hindrance)
                {
                    // A sheet that explains the columns, as the template's does, is no table of projects.
                    if (!Template.IsExplanation(head)) passedOver.Add(hindrance);
                    continue;
                }

                read++;
                if (reader.VisibleState != "visible")
                    yield return RecordRead.OfFile(new Problem(new Position(reader.Name), "sheet.hidden", Severity.Warning, $"The sheet “{reader.Name}” is hidden; its projects are read as those of the others.", "Take the sheet out of the workbook where they are not meant."));
                foreach (var record in ProjectTables.Read(head, rows, context, reader.Name)) yield return TableDetails.Read(record, context);
                if (rows.Fault is not null) yield break;
            }
            while (Next(reader));

            if (Summary(read, passedOver) is { } summary) yield return RecordRead.OfFile(summary);
        }
    }

    private static Problem? Summary(int read, List<Problem> passedOver)
    {
        var filled = passedOver.Where(problem => problem.Rule != "table.empty").ToList();
        if (read == 0)
        {
            // What is nearest to a table of projects says best what is missing.
            var nearest = filled.Find(problem => problem.Rule == "title.no-column") ?? filled.Find(problem => problem.Rule == "reference.no-column") ?? (filled.Count > 0 ? filled[0] : null);
            return nearest ?? new Problem(Position.File, "table.empty", Severity.Fatal, "The workbook is empty.", "Start from the template.");
        }

        if (filled.Count == 0) return null;
        var names = string.Join(", ", filled.Select(problem => $"“{problem.At.Sheet}”").Take(10));
        return new Problem(new Position(filled[0].At.Sheet), "sheet.not-read", Severity.Warning, $"{filled.Count} {(filled.Count == 1 ? "sheet holds" : "sheets hold")} no table of projects and {(filled.Count == 1 ? "is" : "are")} left out: {names}.", "A table of projects has at least the columns “Reference” and “Title”.");
    }

    private static IExcelDataReader? Open(Stream file, out Problem? refusal)
    {
        refusal = null;
        try
        {
            return Workbooks.Open(file);
        }
        catch (InvalidPasswordException)
        {
            refusal = new Problem(Position.File, "file.encrypted", Severity.Fatal, "The workbook is protected by a password.", "Take the password off and send it again.");
        }
        catch (Exception failure) when (Workbooks.IsBroken(failure))
        {
            refusal = new Problem(Position.File, "workbook.broken", Severity.Fatal, "The workbook is broken and cannot be opened.", "Open it in a spreadsheet program, save it anew, and send it again.");
        }

        return null;
    }

    private static bool Next(IExcelDataReader reader)
    {
        try
        {
            return reader.NextResult();
        }
        catch (Exception failure) when (Workbooks.IsBroken(failure))
        {
            return false;
        }
    }
}
