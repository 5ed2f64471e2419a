namespace ParisPact.Domain.Intake.Tables;

/// <summary>What stands first in a date of three numbers with the year last, such as 05/03/2024.</summary>
public enum DateOrder
{
    DayFirst = 1,
    MonthFirst = 2,
}
