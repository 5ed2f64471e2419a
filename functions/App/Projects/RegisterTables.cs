using Azure.Data.Tables;
using Azure.Storage.Blobs;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects;

/// <summary>Where the register lies: nobody but the register's own classes opens these.</summary>
internal sealed class RegisterTables
{
    private readonly OnceDone _ready;

    public RegisterTables(TableServiceClient tables, BlobServiceClient blobs, StorageNames names)
    {
        Projects = tables.GetTableClient(names.Table("Projects"));
        Versions = tables.GetTableClient(names.Table("Versions"));
        Changes = tables.GetTableClient(names.Table("Changes"));
        Takedowns = tables.GetTableClient(names.Table("Takedowns"));
        Aliases = tables.GetTableClient(names.Table("Aliases"));
        Payloads = blobs.GetBlobContainerClient(names.Container("payloads"));
        _ready = new OnceDone(() => Task.WhenAll(
            Projects.CreateIfNotExistsAsync(),
            Versions.CreateIfNotExistsAsync(),
            Changes.CreateIfNotExistsAsync(),
            Takedowns.CreateIfNotExistsAsync(),
            Aliases.CreateIfNotExistsAsync(),
            Payloads.CreateIfNotExistsAsync()));
    }

    /// <summary>The truth: a row for each project, each former reference and each reference that was taken down; and one manifest in each partition.</summary>
    public TableClient Projects { get; }

    /// <summary>Versions that newer ones stand on. Partition <c>{partner}-{bucket:00}-{version/4}</c>, row <c>{row}-{version:0000000}</c>.</summary>
    public TableClient Versions { get; }

    /// <summary>The change log, and in partition <c>intent</c> what is being changed just now.</summary>
    public TableClient Changes { get; }

    /// <summary>Facts of takedowns. Partition: the partner; row: the project's row and the time.</summary>
    public TableClient Takedowns { get; }

    /// <summary>Present references by former ones. Partition: the partner; row: the row of the former reference.</summary>
    public TableClient Aliases { get; }

    /// <summary>Payloads that are too large for a row: <c>{partition}/{row}/{hash}</c>.</summary>
    public BlobContainerClient Payloads { get; }

    /// <summary>Makes what is missing, once.</summary>
    public Task ReadyAsync() => _ready.EnsureAsync();
}
