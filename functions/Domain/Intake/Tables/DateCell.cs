namespace ParisPact.Domain.Intake.Tables;

/// <summary>What a cell says as a date: <see cref="Day"/>, <see cref="Nothing"/>, <see cref="NoSuchDay"/> or <see cref="NotUnderstood"/>.</summary>
public abstract record DateCell
{
    private DateCell()
    {
    }

    /// <summary>A day.</summary>
    /// <param name="Shows">The order that this text can only be read in; null where it is the same either way, or says nothing about it.</param>
    /// <param name="Ambiguous">True where the text could be read in the other order as another day, and no order was given.</param>
    public sealed record Day(DateOnly Date, DateOrder? Shows = null, bool Ambiguous = false) : DateCell
    {
        /// <summary>True where the text is a date of the solar calendar of Afghanistan and Iran, such as 1403/01/15.</summary>
        public bool Solar { get; init; }
    }

    /// <summary>The text says that there is no date, such as <c>n/a</c> or <c>0000-00-00</c>.</summary>
    public sealed record Nothing : DateCell
    {
        public static Nothing Instance { get; } = new();
    }

    /// <summary>It has the form of a date, but the calendar has no such day, such as 31/02/2024.</summary>
    public sealed record NoSuchDay : DateCell
    {
        public static NoSuchDay Instance { get; } = new();
    }

    public sealed record NotUnderstood : DateCell
    {
        public static NotUnderstood Instance { get; } = new();
    }
}
