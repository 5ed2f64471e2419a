namespace ParisPact.Domain.Intake.Tables;

/// <summary>Which part of its field a column holds, where a field takes several columns.</summary>
public enum TablePart
{
    /// <summary>The name, text, day or amount itself.</summary>
    Value = 0,

    /// <summary>A code or an organisation's reference.</summary>
    Code,
    Percentage,

    /// <summary>An organisation's type, by name or code.</summary>
    Type,

    /// <summary>An organisation's role.</summary>
    Role,

    /// <summary>A sector's vocabulary.</summary>
    Vocabulary,
    Currency,

    /// <summary>The day of an amount.</summary>
    Date,
    PeriodStart,
    PeriodEnd,
    Year,

    /// <summary>Whether an amount replaces the one that was planned first.</summary>
    Revised,
}
