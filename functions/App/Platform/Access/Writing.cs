namespace ParisPact.Functions.Platform.Access;

/// <summary>How a caller may write records of a partner.</summary>
internal enum Writing
{
    No = 0,
    Own = 1,

    /// <summary>Somebody else's: the record says so.</summary>
    OnBehalf = 2,
}
