using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake;

/// <summary>A file that is being read.</summary>
/// <param name="Format">What it turned out to be, such as <c>csv</c>; null where it is nothing that we read.</param>
/// <param name="Records">Its records in the order of the file, with every problem; to be enumerated once.</param>
internal sealed record FileReading(string? Format, IAsyncEnumerable<RecordRead> Records);
