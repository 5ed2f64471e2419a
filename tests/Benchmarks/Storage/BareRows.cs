using Azure.Data.Tables;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Projects;

namespace ParisPact.Benchmarks.Storage;

/// <summary>The rows of the register without the register: made ahead, and written as fast as the client library does.</summary>
internal static class BareRows
{
    private const int Batch = 100;

    public static List<TableEntity> Of(IEnumerable<Project> projects, DateTimeOffset at) => [.. projects.Select(project => ProjectEntity.Of(new ProjectRow
    {
        Key = ProjectKey.Of(project.Partner, project.Reference),
        Version = 1,
        CreatedAt = at,
        Origin = new ChangeOrigin("bare", "benchmark", false, at, at),
        Hash = PackedProject.HashOf(project),
        Payload = PackedProject.Of(project),
    }))];

    public static Task WriteAsync(TableClient table, IEnumerable<TableEntity> rows, int clients)
    {
        var batches = rows.GroupBy(static row => row.PartitionKey).SelectMany(static partition => partition.Chunk(Batch));
        return Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = clients }, async (batch, cancellation) =>
            await table.SubmitTransactionAsync(batch.Select(static row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellation));
    }
}
