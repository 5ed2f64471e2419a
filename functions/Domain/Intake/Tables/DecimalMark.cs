namespace ParisPact.Domain.Intake.Tables;

/// <summary>What stands before the decimals of a number.</summary>
public enum DecimalMark
{
    Point = 1,
    Comma = 2,
}
