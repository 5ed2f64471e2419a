namespace ParisPact.Functions.Duplicates;

/// <summary>Where the last run left off.</summary>
/// <param name="Position">Of the register's change log: everything up to it is in the records.</param>
/// <param name="Mark">What tells the log's entry at that position from one of a store that was restored to an older state.</param>
/// <param name="Records">The blob with what is known of each project.</param>
/// <param name="Index">The blob with the index of what is compared of each; null where there were no two projects.</param>
/// <param name="Parameters">The blob with the model's parameters; null where there were no two projects.</param>
/// <param name="Model">The night on which they were estimated.</param>
/// <param name="EstimatedFrom">Projects that they were estimated from.</param>
/// <param name="ChangedSince">Projects that changed since then, those that changed twice counted twice.</param>
/// <param name="Pairs">The blob with the pairs of these records by these parameters.</param>
/// <param name="Lessons">What people's verdicts taught the model, in a sentence; null where there are too few.</param>
/// <param name="Release">Which form of the records and parameters this is: another release may read them otherwise.</param>
internal sealed record MatchState(long Position, string? Mark, string Records, string? Index, string? Parameters, DateOnly Model, int EstimatedFrom, int ChangedSince, string Pairs, string? Lessons, int Release)
{
    public const string Blob = "state.json";

    /// <summary>One more whenever what is kept of a project, or how two are compared, changes.</summary>
    public const int ThisRelease = 1;
}
