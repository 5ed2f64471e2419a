using System.Collections.Concurrent;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Intake.Staging;

/// <summary>
/// Which projects a file names, in whatever part they are staged: asked where a project was renamed while its file was at work, so that the
/// file has it in one part and the register in another. A part is read when first asked for.
/// </summary>
/// <param name="bucketsOfPart">How many buckets each part of the file has.</param>
internal sealed class StagedNames(StagingArea staging, string upload, PartnerId partner, int bucketsOfPart)
{
    private readonly ConcurrentDictionary<int, Lazy<Task<HashSet<ProjectKey>>>> _parts = new();

    public async Task<bool> ContainsAsync(ProjectKey key, CancellationToken cancellation)
    {
        var first = key.Bucket / bucketsOfPart * bucketsOfPart;
        var names = await _parts.GetOrAdd(first, part => new Lazy<Task<HashSet<ProjectKey>>>(() => ReadAsync(part, cancellation))).Value;
        return names.Contains(key);
    }

    private async Task<HashSet<ProjectKey>> ReadAsync(int firstBucket, CancellationToken cancellation)
    {
        var names = new HashSet<ProjectKey>();
        await foreach (var project in staging.ReadPartAsync(upload, firstBucket, partner, cancellation)) names.Add(project.Incoming.Key);
        return names;
    }
}
