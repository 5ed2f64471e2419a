namespace ParisPact.Domain.Intake.Tables;

/// <summary>The cells of one group of columns that name places.</summary>
internal readonly record struct PlaceTexts(ShareColumns Columns, ShareTexts Cells, bool Fraction);
