using System.Collections.Immutable;
using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Projects;

/// <summary>The decisions of a merge, and what they are called on a receipt.</summary>
internal static class MergeRules
{
    /// <summary>The verdict of the manifest alone: the record says what stands; null where the row must be looked at.</summary>
    public static MergeVerdict? Decide(MergeRecord record, Manifest manifest, ChangeOrigin origin) =>
        manifest.Says(record.Key, record.Incoming.Hash, origin.At) is { } known ? Same(known, origin) : null;

    public static MergeVerdict Decide(MergeRecord record, ProjectRow? head, Manifest manifest, ChangeOrigin origin)
    {
        switch (head)
        {
            case null:
                return MergeVerdict.Create;
            case { Kind: RowKind.TakenDown }:
                return MergeVerdict.Blocked;
            case { Kind: RowKind.Alias }:
                return MergeVerdict.Renamed;
            case { Move: not null }:
                return MergeVerdict.Moving;
        }

        if (IsOwn(head, origin) || MayBeUnderneath(head, origin)) return MergeVerdict.Compare;
        var known = manifest.Newest(head);
        if (!record.Says(head) || head.Withdrawn) return origin.FileTime < known ? MergeVerdict.Older : MergeVerdict.Compare;
        return Same(known, origin);
    }

    private static MergeVerdict Same(DateTimeOffset known, ChangeOrigin origin) => origin.FileTime > known ? MergeVerdict.Confirmed : MergeVerdict.Unchanged;

    /// <summary>The newest version comes from this very upload: an earlier run of the same activity has been here.</summary>
    public static bool IsOwn(ProjectRow head, ChangeOrigin origin) => origin.Upload is not null && head.Origin.Upload == origin.Upload;

    /// <summary>Something was changed since this upload began: an earlier run of the same activity may have made the version below.</summary>
    public static bool MayBeUnderneath(ProjectRow head, ChangeOrigin origin) =>
        origin.Upload is not null && head.Version > 1 && head.Origin.At >= origin.At && head.Origin.Upload != origin.Upload;

    public static RecordOutcome Outcome(MergeRecord record, Outcome outcome, ImmutableArray<FieldChange> changes = default) =>
        new(record.Written, outcome, changes.IsDefault ? [] : changes, record.Incoming.Sheet, record.Incoming.Line);

    /// <summary>What this upload did when it made a version.</summary>
    public static RecordOutcome Again(MergeRecord record, ProjectRow version) => version.Version == 1
        ? Outcome(record, Domain.Intake.Outcome.Created)
        : Outcome(record, Domain.Intake.Outcome.Updated, PackedProject.Changes(version.Changes));

    public static Problem Older(MergeRecord record, DateTimeOffset known, ChangeOrigin origin) => new(
        At(record),
        "file.older",
        Severity.Warning,
        $"A newer file, of {known.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, has brought this project already; this one is of {origin.FileTime.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, so the project stays as it is.",
        "Upload the file again if it is the one that counts.");

    public static Problem NotWithdrawn(string reference, DateTimeOffset known, ChangeOrigin origin) => new(
        Position.File,
        "file.older",
        Severity.Warning,
        $"The file leaves out {Quoted(reference)}, but a newer one, of {known.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, has it; this one is of {origin.FileTime.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, so the project is not withdrawn.");

    public static Problem Blocked(MergeRecord record) => new(
        At(record),
        "project.taken-down",
        Severity.Error,
        "A project with this reference was taken down, and the reference is blocked.",
        "Leave it out, or ask the secretariat to lift the takedown.");

    public static Problem Renamed(MergeRecord record) => new(
        At(record),
        "reference.renamed",
        Severity.Warning,
        $"{Quoted(record.Written)} is a former reference of {Quoted(record.Incoming.Reference.AsWritten)} and was taken as that project.",
        $"Write {Quoted(record.Incoming.Reference.AsWritten)}.");

    public static Problem NamedTwice(MergeRecord record) => new(
        At(record),
        "reference.named-twice",
        Severity.Error,
        $"{Quoted(record.Written)} is a former reference of {Quoted(record.Incoming.Reference.AsWritten)}, which the file has as well.",
        "Leave one of the two out.");

    private static Position At(MergeRecord record) => new(record.Incoming.Sheet, record.Incoming.Line);

    private static string Quoted(string text) => text.Length <= 200 ? $"“{text}”" : $"“{text.AsSpan(0, 199)}…”";
}
