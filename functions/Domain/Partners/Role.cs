namespace ParisPact.Domain.Partners;

/// <summary>What a person, or a partner's own system, is to the Initiative. Decides what they may do.</summary>
public enum Role
{
    /// <summary>Reports the projects of its own partner.</summary>
    Partner = 1,

    /// <summary>An ADAM National Focal Point: enters projects on behalf of the partners of its country.</summary>
    FocalPoint = 2,

    /// <summary>A National Strategic Analyst in a field office.</summary>
    Analyst = 3,

    /// <summary>Looks after what is reported twice and what overlaps.</summary>
    Coordinator = 4,

    Secretariat = 5,
}
