using System.Collections.Immutable;

namespace ParisPact.Functions.Platform;

/// <summary>What a sheet of a workbook has beside its cells: a first row that stays in view and filters, and widths.</summary>
/// <param name="Widths">Of the columns, in characters.</param>
/// <param name="Frozen">Columns at the left that stay in view.</param>
/// <param name="Choice">A column where one of a few words is to be filled in; null where there is none.</param>
internal sealed record SheetLook(ImmutableArray<double> Widths, int Frozen = 0, SheetChoice? Choice = null);

/// <param name="Column">Counts from 0.</param>
/// <param name="Words">Without commas and quotation marks, 255 characters in all at the most.</param>
internal sealed record SheetChoice(int Column, ImmutableArray<string> Words);
