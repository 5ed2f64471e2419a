namespace ParisPact.Domain.Intake;

/// <summary>How far an upload has come.</summary>
public enum ReceiptState
{
    Working = 1,

    /// <summary>Taken in; single records may have been refused.</summary>
    Done = 2,

    /// <summary>Refused as a whole: nothing in the register changed.</summary>
    Refused = 3,
}
