namespace ParisPact.Domain.Intake.Tables;

/// <summary>The cells of one group of columns that name organisations; empty where there is nothing.</summary>
internal readonly record struct OrganisationTexts(string Name, string Code, string Type, string Role);
