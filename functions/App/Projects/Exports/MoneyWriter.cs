using System.Globalization;
using ParisPact.Domain.Intake.Iati;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>Writes a project's amounts: budgets, then planned disbursements, then transactions.</summary>
internal static class MoneyWriter
{
    public static void Write(IatiWriter to, Project project, DateOnly today)
    {
        var lines = project.Money.Select((line, position) => (Line: line, Position: position)).ToList();
        var inOrder = lines.OrderBy(item => Rank(item.Line.Kind)).ToList();
        var isReordered = !lines.SequenceEqual(inOrder);
        foreach (var (line, position) in inOrder)
        {
            var day = line.PeriodStart ?? line.ValueDate ?? line.PeriodEnd ?? project.Dates.Start ?? project.Dates.End ?? today;
            to.Start(Rank(line.Kind) switch { 0 => "budget", 1 => "planned-disbursement", _ => "transaction" });
            if (Rank(line.Kind) < 2) Budget(to, line, day, isReordered ? position : null);
            else Transaction(to, line, day, isReordered ? position : null);
            to.End();
        }
    }

    private static int Rank(MoneyKind kind) => kind switch { MoneyKind.Budget => 0, MoneyKind.PlannedDisbursement => 1, _ => 2 };

    private static void Budget(IatiWriter to, MoneyLine line, DateOnly day, int? position)
    {
        if (line.Revised) to.Attribute("type", "2");
        Position(to, position);
        Day(to, "period-start", line.PeriodStart, day);
        if (line.Kind == MoneyKind.Budget || line.PeriodEnd is not null) Day(to, "period-end", line.PeriodEnd, day);
        Value(to, line, day);
    }

    private static void Transaction(IatiWriter to, MoneyLine line, DateOnly day, int? position)
    {
        if (IatiCodes.KindOf(line.TransactionType) != line.Kind) to.Own("kind", line.Kind.ToString());
        if (line.PeriodEnd is { } end) to.Own("period-end", end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Position(to, position);
        to.Start("transaction-type");
        to.Attribute("code", line.TransactionType ?? CodeOf(line.Kind));
        to.NotStated(line.TransactionType is null ? "@code" : null);
        to.End();
        Day(to, "transaction-date", line.PeriodStart, day);
        Value(to, line, day);
    }

    private static string CodeOf(MoneyKind kind) => kind switch
    {
        MoneyKind.IncomingFunds => "1",
        MoneyKind.Commitment => "2",
        MoneyKind.Disbursement => "3",
        MoneyKind.Expenditure => "4",
        _ => "",
    };

    private static void Position(IatiWriter to, int? position) => to.Own("position", position?.ToString(CultureInfo.InvariantCulture));

    private static void Day(IatiWriter to, string element, DateOnly? stated, DateOnly otherwise)
    {
        to.Start(element);
        to.Attribute("iso-date", stated ?? otherwise);
        to.NotStated(stated is null ? "@iso-date" : null);
        to.End();
    }

    private static void Value(IatiWriter to, MoneyLine line, DateOnly otherwise)
    {
        to.Start("value");
        to.Attribute("currency", line.Currency);
        to.Attribute("value-date", line.ValueDate ?? otherwise);
        to.NotStated(line.ValueDate is null ? "@value-date" : null);
        to.Text(line.Amount.ToString(CultureInfo.InvariantCulture));
        to.End();
    }
}
