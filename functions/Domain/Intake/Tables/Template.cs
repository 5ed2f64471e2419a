using System.Collections.Immutable;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>The table that a partner can fill in: one row for each project; further rows with the reference alone, or without one, add places, sectors, organisations and amounts.</summary>
public static class Template
{
    /// <summary>Names of the columns of the sheet that explains the others.</summary>
    public static ImmutableArray<string> ExplanationHeader { get; } = ["Column", "Required", "What to write", "Example"];

    /// <summary>In the order in which they stand. The examples are a sample, of no real project.</summary>
    public static ImmutableArray<TemplateColumn> Columns { get; } =
    [
        new("Reference", "Your own identifier of the project, such as its IATI activity identifier. It stays the same from file to file.", "SAMPLE-2024-001", true),
        new("Title", "The project's title.", "Sample: border liaison offices on the Afghan-Tajik border", true),
        new("Description", "What the project does, in some sentences.", "Sample: trains and equips officers of two border crossings."),
        new("Status", "Pipeline, Implementation, Finalisation, Closed, Cancelled or Suspended.", "Implementation"),
        new("Planned start", "A day, as 2024-03-05; a month or a year means its first day.", "2024-01-01"),
        new("Actual start", "A day on which the project did start.", "2024-02-15"),
        new("Planned end", "A day; a month or a year means its last day.", "2026-12-31"),
        new("Actual end", "A day on which the project did end.", ""),
        new("Donor", "Who pays; several between semicolons.", "Japan"),
        new("Donor organisation reference", "The donors' IATI organisation identifiers, in the same order.", ""),
        new("Accountable organisation", "Who answers for the project.", ""),
        new("Extending organisation", "Who passes the money on.", ""),
        new("Implementing organisation", "Who does the work; several between semicolons.", "UNODC"),
        new("Country", "Names or codes of ISO 3166, with percentages where you have them: AF (60%); PK (40%).", "Tajikistan (60%); Afghanistan (40%)"),
        new("Province", "First-level subdivisions by name or code of ISO 3166-2; several between semicolons.", ""),
        new("District", "What is smaller than a province.", ""),
        new("Sector", "DAC purpose codes of five digits, with percentages where there are several.", "16063"),
        new("Theme", "Thematic areas of the register, where the sectors do not say enough.", ""),
        new("Paper", "Papers of the Rainbow Strategy: Blue, Green, Yellow, Violet, Red, Orange, Indigo.", "Yellow"),
        new("Currency", "The currency of all amounts of the row, as a code of ISO 4217.", "USD"),
        new("Budget", "The budget of the period in the next two columns; further periods on further rows.", "1250000"),
        new("Budget start", "The first day of the budget's period.", "2024-01-01"),
        new("Budget end", "The last day of the budget's period.", "2026-12-31"),
        new("Planned disbursement", "What is to be paid in the period in the next two columns; further periods on further rows.", ""),
        new("Planned disbursement start", "The first day of the planned disbursement's period.", ""),
        new("Planned disbursement end", "The last day of the planned disbursement's period.", ""),
        new("Commitment", "What was committed.", ""),
        new("Commitment date", "The day of the commitment.", ""),
        new("Disbursement", "What was paid to others.", ""),
        new("Disbursement date", "The day of the payment.", ""),
        new("Expenditure", "What was spent.", ""),
        new("Expenditure date", "The day of the expenditure.", ""),
        new("Incoming funds", "What was received from others for the project.", ""),
        new("Incoming funds date", "The day on which the funds came in.", ""),
        new("Related projects", "References of other projects; several between semicolons.", ""),
        new("Other identifier", "Other names of the same project.", ""),
        new("Website", "The project's page.", "https://www.example.org/sample"),
    ];

    /// <summary>True for the template's own sheet of explanations.</summary>
    public static bool IsExplanation(TableHead head)
    {
        if (head.FirstRow is not { } row) return false;
        for (var column = 0; column < ExplanationHeader.Length; column++)
            if (!row.Text(column).SequenceEqual(ExplanationHeader[column])) return false;
        return true;
    }
}
