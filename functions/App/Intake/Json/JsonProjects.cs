using System.Text;
using System.Text.Json;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Tables;

namespace ParisPact.Functions.Intake.Json;

/// <summary>Projects in JSON, as the schema <c>project-file.schema.json</c> describes them.</summary>
internal static class JsonProjects
{
    /// <summary>The schema as it is published.</summary>
    public static byte[] Schema()
    {
        using var stream = typeof(JsonProjects).Assembly.GetManifestResourceStream("project-file.schema.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Reads a file, one record after the other.</summary>
    /// <param name="file">Seekable; UTF-8, UTF-16 or UTF-32. Not closed.</param>
    /// <param name="context">What must be known beside the file.</param>
    public static IEnumerable<RecordRead> Read(Stream file, ReadingContext context)
    {
        var start = new byte[4096];
        file.Position = 0;
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var encoding = TextEncoding.OfStart(start.AsSpan(0, length));
        file.Position = encoding.Preamble;
        using var utf8 = Encoding.CreateTranscodingStream(file, encoding.Encoding, Encoding.UTF8, leaveOpen: true);
        using var records = new JsonRecords(encoding.Encoding is UTF8Encoding ? file : utf8);
        while (true)
        {
            RecordRead? read;
            try
            {
                if (!records.Next(out var record)) break;
                read = One(record, records, context);
            }
            catch (Exception failure) when (failure is JsonException or InvalidDataException or InvalidOperationException)
            {
                read = RecordRead.OfFile(Broken(failure, records));
            }

            yield return read;
            if (read.IsOfFile) yield break;
        }

        if (!records.Found)
            yield return RecordRead.OfFile(new Problem(Position.File, "json.no-projects", Severity.Fatal, "The file holds no array of projects, nor a project with a \"reference\".", "Put the projects into an array, or into a property \"projects\" of an object."));
        else if (records.Index < 0)
            yield return RecordRead.OfFile(new Problem(Position.File, "file.no-records", Severity.Warning, "The file holds no projects."));
    }

    /// <summary>Reads one project, such as the body of a request.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="context">What must be known beside the text.</param>
    /// <returns>The project, or none where a problem is an error or worse; always with every problem.</returns>
    public static RecordRead ReadOne(ReadOnlyMemory<byte> json, ReadingContext context)
    {
        try
        {
            return Read(json, 1, "", context);
        }
        catch (JsonException failure)
        {
            var at = new Position(Line: (int)Math.Min(int.MaxValue - 1, failure.LineNumber ?? 0) + 1);
            return RecordRead.OfFile(new Problem(at, "json.not-well-formed", Severity.Fatal, "The text is no JSON: " + Reason(failure)));
        }
    }

    /// <summary>Writes one project, so that <see cref="ReadOne"/> reads it back as it was.</summary>
    public static void Write(Utf8JsonWriter json, Project project) => JsonProjectWriting.Write(json, project);

    private static RecordRead One(ReadOnlyMemory<byte> record, JsonRecords records, ReadingContext context) =>
        Read(record, records.Line, records.Pointer, context);

    private static RecordRead Read(ReadOnlyMemory<byte> json, int firstLine, string pointer, ReadingContext context)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonRecords.Depth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var (reference, project, faults) = JsonProjectReading.Read(document.RootElement, context.Partner);
        var problems = faults.Select(fault => new Problem(JsonLines.Find(json.Span, fault.Pointer, firstLine) with { Path = pointer + fault.Pointer }, fault.Rule, fault.Severity, fault.Message, fault.Suggestion, fault.Subject));
        return new RecordRead(reference, new Position(Line: firstLine, Path: pointer), project, [.. problems]);
    }

    private static Problem Broken(Exception failure, JsonRecords records)
    {
        var line = records.LineOf(failure as JsonException);
        if (failure is InvalidDataException)
            return new Problem(new Position(Line: line), "json.record-too-long", Severity.Fatal, $"A record or a text is longer than {JsonRecords.LongestRecord >> 20} MB.", "Is the file an array of projects?");
        var reason = Reason((failure as JsonException) ?? new JsonException());
        return failure.Message.Contains("maximum configured depth", StringComparison.OrdinalIgnoreCase)
            ? new Problem(new Position(Line: line), "json.too-deep", Severity.Fatal, $"Values lie more than {JsonRecords.Depth} deep in each other.")
            : new Problem(new Position(Line: line), "json.not-well-formed", Severity.Fatal, "The file is no JSON from here on, or ends too early: " + reason,
                reason.Contains("end of data", StringComparison.Ordinal) ? "Send it again: it may have been cut off on its way." : "Look at what stands there: names and texts stand between double quotation marks, and commas between what follows each other.");
    }

    /// <summary>The reader's own words, without the position that it adds: it counts from the last block.</summary>
    private static string Reason(JsonException failure)
    {
        var end = failure.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var reason = end > 0 ? failure.Message[..end] : failure.Message;
        return reason.Length <= 200 ? reason : reason[..200];
    }
}
