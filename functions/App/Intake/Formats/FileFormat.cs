namespace ParisPact.Functions.Intake.Formats;

/// <summary>What a file is, told by its content.</summary>
internal enum FileFormat
{
    /// <summary>Nothing that is taken in; the reason is with the answer.</summary>
    Refused = 0,
    IatiXml,
    Csv,
    Xlsx,
    Xls,
    Json,
}
