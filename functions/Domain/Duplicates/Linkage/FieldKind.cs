namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>What a field of a record is, which decides how two of them are compared.</summary>
public enum FieldKind
{
    Title = 1,
    Text,
    Organisation,
    Place,

    /// <summary>A code of a list; codes of digits that begin alike are near to each other, as in the DAC's sectors.</summary>
    Category,

    /// <summary>A day, or a year alone.</summary>
    Date,
    StartDate,
    EndDate,
    Amount,

    /// <summary>Of the amounts of the record.</summary>
    Currency,

    /// <summary>A name that two records share only where both mean the same thing.</summary>
    Identifier,
}
