namespace ParisPact.Domain.Partners;

/// <summary>When somebody is mailed what is reported twice and what overlaps.</summary>
public enum DuplicateMail
{
    /// <summary>Every night, whether there is anything new or not.</summary>
    Always = 1,

    /// <summary>On nights with something new, or open again.</summary>
    WhenNew,

    /// <summary>On Mondays, for the seven days before.</summary>
    Weekly,

    Never,
}
