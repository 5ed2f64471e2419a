using Azure;
using ParisPact.Functions.Intake.Iati;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake;

/// <summary>
/// The official IATI schemas that the operator has put into container <c>schemas</c>, such as <c>2.03/iati-activities-schema.xsd</c>. What
/// is changed there is seen after <see cref="Memory"/>.
/// </summary>
internal sealed class OfficialSchemas(Storage storage, TimeProvider time)
{
    public const string Container = "schemas";
    private const int LargestSchema = 4 * 1_024 * 1_024;
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private (DateTimeOffset At, IatiSchemas Schemas)? _known;

    public IatiSchemas Current
    {
        get
        {
            lock (_lock)
            {
                var now = time.GetUtcNow();
                if (_known is not var (at, schemas) || now - at > Memory) _known = (now, schemas = new IatiSchemas(Open));
                return schemas;
            }
        }
    }

    /// <summary>Compiling a schema asks for its parts one by one, and cannot wait for an answer in any other way.</summary>
    private Stream? Open(string name)
    {
        try
        {
            var blob = storage.ContainerAsync(Container).GetAwaiter().GetResult().GetBlobClient(name);
            var content = blob.DownloadContent().Value.Content;
            return content.ToMemory().Length > LargestSchema ? null : content.ToStream();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }
}
