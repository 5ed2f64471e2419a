using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Lookup;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>Gives all projects that a filter asks for as a file, as they stand in the register, without holding them all.</summary>
internal sealed class ProjectExport(Register register, TimeProvider clock)
{
    /// <summary>From one project in so many on, reading the register through is quicker than looking for each.</summary>
    private const int WorthScanning = 5;

    private const int LookedForAtOnce = 500;

    private delegate Task WriteProjects(IAsyncEnumerable<Project> projects, Stream stream, CancellationToken cancellation);

    public IResult Of(Projection projection, ProjectFilter filter, AnswerFormat format)
    {
        var matches = MatchSet.Of(projection, filter);
        return format switch
        {
            AnswerFormat.Json => File(AnswerFormats.Json, "projects.json", JsonExport.WriteAsync),
            AnswerFormat.Csv => File(AnswerFormats.CsvInUtf8, "projects.csv", CsvExport.WriteAsync),
            AnswerFormat.Xlsx => File(AnswerFormats.Xlsx, "projects.xlsx", XlsxExport.WriteAsync),
            AnswerFormat.Iati => new IatiAnswer(cancellation => ReadAsync(matches, projection, cancellation), clock),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "A page is no file."),
        };

        FileAnswer File(string contentType, string name, WriteProjects write) =>
            new(contentType, name, (stream, cancellation) => write(ReadAsync(matches, projection, cancellation), stream, cancellation));
    }

    /// <summary>The projects, in no order that means anything; those that went away meanwhile are left out.</summary>
    public async IAsyncEnumerable<Project> ReadAsync(MatchSet matches, Projection projection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (matches.Count > LookedForAtOnce && matches.Count > projection.Count / WorthScanning)
        {
            await foreach (var stored in register.ScanAsync(cancellation).ConfigureAwait(false))
                if (matches.Contains(stored.Key)) yield return stored.Project;
            yield break;
        }

        foreach (var keys in matches.Keys().Chunk(LookedForAtOnce))
        {
            var there = await register.GetManyAsync(keys, cancellation).ConfigureAwait(false);
            foreach (var key in keys)
                if (there.TryGetValue(key, out var stored)) yield return stored.Project;
        }
    }
}
