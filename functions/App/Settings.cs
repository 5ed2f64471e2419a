using System.ComponentModel.DataAnnotations;

namespace ParisPact.Functions;

/// <summary>
/// Everything that an operator can set, read and checked when the app starts. The connection <c>Data</c> is not here: it is either a
/// connection string under that name, or <c>Data:blobServiceUri</c>, <c>Data:tableServiceUri</c> and <c>Data:queueServiceUri</c> with a managed
/// identity; the queues are the blob trigger's. In the environment and in Azure's app settings <c>__</c> stands for each colon.
/// </summary>
internal sealed class Settings
{
    public AccessSettings Access { get; init; } = new();

    public IntakeSettings Intake { get; init; } = new();

    /// <summary>Who may sign in, and who says so.</summary>
    internal sealed class AccessSettings
    {
        /// <summary><c>Access:MetadataAddress</c>: the OpenID configuration of the sign-in service; http on this machine only.</summary>
        public string? MetadataAddress { get; init; }

        /// <summary><c>Access:Issuer</c>: the only issuer of tokens; what the metadata says where it is not set.</summary>
        public string? Issuer { get; init; }

        /// <summary><c>Access:Audience</c>: whom tokens must be made for, such as <c>api://paris-pact</c>.</summary>
        public string? Audience { get; init; }

        /// <summary><c>Access:PartnerFromClaims</c>: true only where the issuer is the local runtime; otherwise partner and countries come from the directory.</summary>
        public bool PartnerFromClaims { get; init; }
    }

    /// <summary>Limits of what is taken in.</summary>
    internal sealed class IntakeSettings
    {
        /// <summary><c>Intake:LargestFileMegabytes</c>: larger files are refused with a receipt.</summary>
        [Range(1, 100_000)]
        public int LargestFileMegabytes { get; init; } = 1_024;

        /// <summary><c>Intake:LinkMinutes</c>: how long an upload link works.</summary>
        [Range(1, 1_440)]
        public int LinkMinutes { get; init; } = 60;

        /// <summary><c>Intake:ListedProblems</c>: how many problems a receipt lists one by one; all are counted.</summary>
        [Range(1, 100_000)]
        public int ListedProblems { get; init; } = 10_000;
    }
}
