namespace ParisPact.Domain.Intake;

/// <summary>What a file means by what it leaves out. The default value is <see cref="Add"/>.</summary>
public enum UploadMode
{
    /// <summary>Adds and updates; what the file leaves out stays as it is.</summary>
    Add = 0,

    /// <summary>Is all that the partner has: what the file leaves out is withdrawn.</summary>
    Complete = 1,
}
