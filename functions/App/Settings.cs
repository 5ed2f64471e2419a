using System.ComponentModel.DataAnnotations;
using ParisPact.Functions.Mail;

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

    public MailSettings Mail { get; init; } = new();

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

    /// <summary>The mail server, and how long mails are tried and kept.</summary>
    internal sealed class MailSettings
    {
        /// <summary><c>Mail:Host</c>: the SMTP server, such as <c>smtp.azurecomm.net</c>.</summary>
        [Required]
        public string? Host { get; init; }

        /// <summary><c>Mail:Port</c></summary>
        [Range(1, 65_535)]
        public int Port { get; init; } = 587;

        /// <summary><c>Mail:Tls</c>: <c>StartTls</c>, <c>Implicit</c>, or <c>None</c> for a server on this machine.</summary>
        public MailTls Tls { get; init; }

        /// <summary><c>Mail:User</c>: who signs in; nobody where it is not set.</summary>
        public string? User { get; init; }

        /// <summary><c>Mail:Password</c></summary>
        public string? Password { get; init; }

        /// <summary><c>Mail:From</c>: the address that mails come from.</summary>
        [Required]
        public string? From { get; init; }

        /// <summary><c>Mail:FromName</c>: the name before it.</summary>
        public string FromName { get; init; } = "Paris Pact Initiative";

        /// <summary><c>Mail:Site</c>: where links in mails lead, such as <c>https://adam.example.org</c>; empty where mails are to have none.</summary>
        public string Site { get; init; } = "";

        /// <summary><c>Mail:LargestMegabytes</c>: of a whole mail, in which attachments take a third more than by themselves; what is larger fails without being tried.</summary>
        [Range(1, 150)]
        public int LargestMegabytes { get; init; } = 10;

        /// <summary><c>Mail:GiveUpDays</c>: how long a recipient's mail server may say "later". A mail server of ours that does not answer is waited for without end.</summary>
        [Range(1, 30)]
        public int GiveUpDays { get; init; } = 5;

        /// <summary><c>Mail:StuckMinutes</c>: a mail that has waited longer shows in <c>health</c>.</summary>
        [Range(1, 10_080)]
        public int StuckMinutes { get; init; } = 60;

        /// <summary><c>Mail:KeepDays</c>: how long sent and failed mails are kept.</summary>
        [Range(1, 3_650)]
        public int KeepDays { get; init; } = 90;
    }
}
