using System.Collections.Immutable;
using Azure;

namespace ParisPact.Functions.Projects;

/// <summary>A row of table <c>Projects</c>, or a version of table <c>Versions</c>, with its payload still packed.</summary>
internal sealed record ProjectRow
{
    public required ProjectKey Key { get; init; }

    public RowKind Kind { get; init; }

    /// <summary>From 1; of an alias the last version under this key.</summary>
    public int Version { get; init; }

    public bool Withdrawn { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Of the newest version; of a tombstone who took it down, when and why.</summary>
    public required ChangeOrigin Origin { get; init; }

    public string? Sheet { get; init; }

    public int? Line { get; init; }

    /// <summary>Of the canonical content: <see cref="PackedProject.HashOf"/>.</summary>
    public byte[] Hash { get; init; } = [];

    /// <summary>A <see cref="PackedProject"/>; empty where it lies in <see cref="Blob"/>, or where it was not asked for.</summary>
    public byte[] Payload { get; init; } = [];

    /// <summary>Name of the blob that holds the payload; null where the row does.</summary>
    public string? Blob { get; init; }

    /// <summary>Packed differences from the version before; empty for version 1.</summary>
    public byte[] Changes { get; init; } = [];

    /// <summary>Newest first.</summary>
    public ImmutableArray<FormerKey> Former { get; init; } = [];

    /// <summary>Of a version that a take-back made: the version whose content it has again; 0 where it has none.</summary>
    public int Restores { get; init; }

    /// <summary>The upload that made the version that is restored; null where none did.</summary>
    public string? RestoredUpload { get; init; }

    /// <summary>The version that made what stands here, which a take-back has only put back.</summary>
    public int StandsAt => Restores > 0 ? Restores : Version;

    /// <summary>The upload that made what stands here.</summary>
    public string? StandsFor => Restores > 0 ? RestoredUpload : Origin.Upload;

    /// <summary>Of an alias: where the project lies.</summary>
    public ProjectKey? LeadsTo { get; init; }

    public ProjectMove? Move { get; init; }

    /// <summary>Of a tombstone: the row of its fact in table <c>Takedowns</c>.</summary>
    public string? Fact { get; init; }

    /// <summary>As Table Storage gave it; nothing for a row that is new.</summary>
    public ETag Tag { get; init; }

    public ChangedKey Changed => new(Key, Version);

    /// <summary>The HTTP entity tag: the version, and when the project was made, since a reference may be brought again after a takedown was lifted.</summary>
    public string HttpTag => $"\"{Version}-{CreatedAt.UtcTicks:x}\"";

    /// <summary>Under which key a version of this project lies.</summary>
    public ProjectKey KeyOf(int version)
    {
        var key = Key;
        foreach (var former in Former)
            if (version <= former.Until) key = former.Key;
        return key;
    }

    /// <summary>The row of the next version, with the same content: what a change starts from.</summary>
    public ProjectRow Next(ChangeOrigin origin) => this with { Version = Version + 1, Origin = origin, Sheet = null, Line = null, Changes = [], Move = null, Restores = 0, RestoredUpload = null };
}
