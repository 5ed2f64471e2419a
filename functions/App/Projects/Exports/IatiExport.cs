using System.Globalization;
using System.Text;
using System.Xml;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Iati;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>
/// Writes projects as a file of IATI activities, version 2.03, that the official schema accepts and that our reader turns into the same
/// projects again. What IATI has no place for stands in the register's own namespace (<see cref="RegisterNamespace"/>), on the element that it
/// belongs to, so that whoever removes or changes the element takes it along. What the schema demands and the project does not say is written
/// and marked with <c>pp:not-stated</c>. A file without projects has no
/// activity, which the schema does not allow: <see cref="IatiAnswer"/> gives none.
/// </summary>
internal static class IatiExport
{
    private const int BufferSize = 1 << 16;

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
        // A carriage return in a text would come back as a line feed.
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    /// <summary>Writes in the order given, one project at a time; memory does not grow with their number.</summary>
    /// <param name="generated">When the file is made; stands in its root.</param>
    public static async Task WriteAsync(IAsyncEnumerable<Project> projects, Stream output, DateTimeOffset generated, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream(2 * BufferSize);
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            xml.WriteStartElement("iati-activities");
            xml.WriteAttributeString("version", "2.03");
            xml.WriteAttributeString("generated-datetime", generated.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            xml.WriteAttributeString("xmlns", RegisterNamespace.Prefix, null, RegisterNamespace.Uri);
            var today = DateOnly.FromDateTime(generated.UtcDateTime);
            var any = false;
            await foreach (var project in projects.WithCancellation(cancellation).ConfigureAwait(false))
            {
                any = true;
                ActivityWriter.Write(new IatiWriter(xml), project, today);
                if (buffer.Length < BufferSize) continue;
                xml.Flush();
                await DrainAsync().ConfigureAwait(false);
            }

            if (!any) xml.WriteComment(" no activities ");
            xml.WriteEndElement();
        }

        await DrainAsync().ConfigureAwait(false);
        await output.FlushAsync(cancellation).ConfigureAwait(false);

        async Task DrainAsync()
        {
            await output.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellation).ConfigureAwait(false);
            buffer.SetLength(0);
        }
    }
}
