namespace ParisPact.Domain.Intake.Tables;

/// <summary>What a cell says as an amount of money: <see cref="Sum"/>, <see cref="Nothing"/> or <see cref="NotUnderstood"/>.</summary>
public abstract record AmountCell
{
    private AmountCell()
    {
    }

    /// <param name="Amount">In units of the currency; words such as "million" are multiplied out.</param>
    /// <param name="Currency">The words or sign beside the number, as written, such as <c>US$</c>; null where there are none.</param>
    /// <param name="Shows">The decimal mark that this text can only be read with; null where it says nothing about it.</param>
    /// <param name="Ambiguous">True where one mark before three digits may be either, such as 1,273, and no mark was given.</param>
    /// <param name="Guessed">True where a letter alone multiplies, such as 3 m or 1e6.</param>
    public sealed record Sum(decimal Amount, string? Currency = null, DecimalMark? Shows = null, bool Ambiguous = false, bool Guessed = false) : AmountCell
    {
        /// <summary>What a word beside the number multiplied it by, such as 1,000,000; 1 where there is none.</summary>
        public decimal Multiple { get; init; } = 1;
    }


    /// <summary>The text says that there is no amount, such as <c>-</c> or <c>n/a</c>.</summary>
    public sealed record Nothing : AmountCell
    {
        public static Nothing Instance { get; } = new();
    }

    public sealed record NotUnderstood : AmountCell
    {
        public static NotUnderstood Instance { get; } = new();
    }
}
