namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>A record in a block.</summary>
internal readonly record struct Key(ulong Block, int Record);
