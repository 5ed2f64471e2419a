using System.Text;
using ParisPact.Tests.Intake.Tables;

namespace ParisPact.Tests.Intake;

/// <summary>The same two projects, P-1 and P-2, in every format; marked as sample.</summary>
internal static class FileKinds
{
    private static readonly object?[][] Table =
    [
        ["Reference", "Title", "Status", "Country", "Currency", "Budget", "Budget start", "Budget end"],
        ["P-1", "Sample project 1", "Implementation", "AF", "USD", 1000, "2026-01-01", "2026-12-31"],
        ["P-2", "Sample project 2", "Implementation", "AF", "USD", 1000, "2026-01-01", "2026-12-31"],
    ];

    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } = new Dictionary<string, Func<byte[]>>
    {
        ["csv"] = () => Encoding.UTF8.GetBytes(SampleFiles.Csv(2)),
        ["xlsx"] = () => new SheetFile().Sheet("Projects", Table).ToBytes(),
        ["xls"] = () => OldWorkbook.Biff8("Projects", Table),
        ["json"] = () => Encoding.UTF8.GetBytes($$"""{"projects":[{{Json("P-1", "Sample project 1")}},{{Json("P-2", "Sample project 2")}}]}"""),
        ["iati"] = () => Encoding.UTF8.GetBytes(Iati.Reading.File(Activity("P-1", "Sample project 1") + Activity("P-2", "Sample project 2"))),
        ["hxl"] = () => Encoding.UTF8.GetBytes(
            "Code,Name,Where,From,Until,Amount\n#activity+code,#activity+name,#country+code,#date+start,#date+end,#value+usd\n" +
            "P-1,Sample project 1,AF,2026-01-01,2026-12-31,1000\nP-2,Sample project 2,AF,2026-01-01,2026-12-31,1000\n"),
    };

    private static string Json(string reference, string title) =>
        $$"""{"reference":"{{reference}}","title":"{{title}}","status":"implementation","places":["AF"],"money":[{"kind":"budget","amount":1000,"currency":"USD","from":"2026-01-01","to":"2026-12-31"}]}""";

    private static string Activity(string identifier, string title) => Iati.Reading.Activity(
        identifier: $"<iati-identifier>{identifier}</iati-identifier>",
        title: $"<title><narrative>{title}</narrative></title>",
        dates: "<activity-date type='2' iso-date='2026-01-01'/>",
        more: "<budget><period-start iso-date='2026-01-01'/><period-end iso-date='2026-12-31'/><value currency='USD' value-date='2026-01-01'>1000</value></budget>");
}
