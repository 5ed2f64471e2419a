namespace ParisPact.Domain.Intake;

/// <summary>How many records of an upload came to which end. The default is none of each.</summary>
public readonly record struct ReceiptCounts(int Created, int Updated, int Unchanged, int Rejected, int Withdrawn)
{
    /// <summary>The records that the file holds; what was withdrawn is not among them.</summary>
    public int InFile => Created + Updated + Unchanged + Rejected;

    public bool ChangedNothing => Created == 0 && Updated == 0 && Withdrawn == 0;

    public static ReceiptCounts operator +(ReceiptCounts left, ReceiptCounts right) => new(
        left.Created + right.Created,
        left.Updated + right.Updated,
        left.Unchanged + right.Unchanged,
        left.Rejected + right.Rejected,
        left.Withdrawn + right.Withdrawn);

    public static ReceiptCounts Of(IEnumerable<Outcome> outcomes)
    {
        var (created, updated, unchanged, rejected, withdrawn) = (0, 0, 0, 0, 0);
        foreach (var outcome in outcomes)
            _ = outcome switch
            {
                Outcome.Created => created++,
                Outcome.Updated => updated++,
                Outcome.Unchanged => unchanged++,
                Outcome.Rejected => rejected++,
                Outcome.Withdrawn => withdrawn++,
                _ => throw new ArgumentOutOfRangeException(nameof(outcomes), outcome, null),
            };
        return new ReceiptCounts(created, updated, unchanged, rejected, withdrawn);
    }
}
