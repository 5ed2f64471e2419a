using System.Collections.Immutable;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Partners;

/// <summary>
/// The partners and their people, in table <c>Partners</c>: one row each, some eighty in all, so that the whole directory is read at once
/// and remembered for <see cref="Memory"/>. What this process writes it knows at once; another process's change shows after that time.
/// </summary>
internal sealed class PartnerDirectory(Storage storage, TimeProvider time)
{
    public const string Table = "Partners";
    private const string Partition = "partners";
    private const string Column = "Partner";

    /// <summary>Table Storage takes 64 KiB in one binary property.</summary>
    private const int LargestRow = 60 * 1_024;

    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);
    private PartnerSnapshot? _known;

    /// <summary>All partners, in the order of their ids.</summary>
    public async Task<ImmutableArray<Listed>> AllAsync(CancellationToken cancellation = default) => (await KnownAsync(cancellation)).All;

    public async Task<Partner?> FindAsync(PartnerId id, CancellationToken cancellation = default) =>
        (await KnownAsync(cancellation)).ById.GetValueOrDefault(id)?.Partner;

    /// <summary>The person, or the partner's own system, that the sign-in service names so; null where the directory does not know it.</summary>
    public async Task<(Partner Partner, Person Person)?> FindByIdentityAsync(string identity, CancellationToken cancellation = default) =>
        (await KnownAsync(cancellation)).ByIdentity.TryGetValue(identity, out var found) ? found : null;

    /// <summary>As it stands in the table now; null where there is none.</summary>
    public async Task<Listed?> ReadAsync(PartnerId id, CancellationToken cancellation)
    {
        var row = await (await storage.TableAsync(Table)).GetEntityIfExistsAsync<TableEntity>(Partition, id.Value, cancellationToken: cancellation);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>Whether a partner is what a caller saw, whatever is to be said of it.</summary>
    public async Task<bool> HoldsAsync(PartnerId id, Precondition condition, CancellationToken cancellation) => Holds(condition, await ReadAsync(id, cancellation));

    /// <summary>Enters or replaces a partner.</summary>
    public async Task<PartnerChange> PutAsync(Partner partner, Precondition condition, CancellationToken cancellation) =>
        await MistakesAsync([partner], cancellation) is { IsEmpty: false } mistakes
            ? new PartnerChange.Invalid([.. mistakes.Select(mistake => mistake.Error)])
            : await WriteAsync(partner, condition, cancellation);

    /// <summary>Enters or replaces each of these partners, or none where something is wrong with any.</summary>
    /// <returns>What became of each; or what is wrong, with the place of its partner in the list.</returns>
    public async Task<(ImmutableArray<PartnerChange> Changes, ImmutableArray<(int At, FieldError Error)> Mistakes)> LoadAsync(IReadOnlyList<Partner> partners, CancellationToken cancellation)
    {
        if (await MistakesAsync(partners, cancellation) is { IsEmpty: false } mistakes) return ([], mistakes);
        var changes = ImmutableArray.CreateBuilder<PartnerChange>(partners.Count);
        foreach (var partner in partners)
        {
            PartnerChange change;
            do change = await WriteAsync(partner, new Precondition(null, MustBeNew: false), cancellation);
            while (change is PartnerChange.Conflict);
            changes.Add(change);
        }

        return (changes.ToImmutable(), []);
    }

    private async Task<PartnerChange> WriteAsync(Partner partner, Precondition condition, CancellationToken cancellation)
    {
        var bytes = Bytes(partner);
        var current = await ReadAsync(partner.Id, cancellation);
        if (!Holds(condition, current)) return new PartnerChange.Conflict(current);
        if (current is not null && bytes.AsSpan().SequenceEqual(Bytes(current.Partner))) return new PartnerChange.Unchanged(current);
        var row = new TableEntity(Partition, partner.Id.Value) { [Column] = bytes };
        var table = await storage.TableAsync(Table);
        try
        {
            var answer = current is null
                ? await table.AddEntityAsync(row, cancellation)
                : await table.UpdateEntityAsync(row, current.ETag, TableUpdateMode.Replace, cancellation);
            _known = null;
            return Written(current, new Listed(partner, answer.Headers.ETag ?? default));
        }
        catch (RequestFailedException raced) when (raced.Status is 404 or 409 or 412)
        {
            _known = null;
            var now = await ReadAsync(partner.Id, cancellation);
            // Whoever was quicker may have been this very write, whose answer was lost and which the client sent again.
            if (now is null || !bytes.AsSpan().SequenceEqual(Bytes(now.Partner))) return new PartnerChange.Conflict(now);
            return Written(current, now);
        }
    }

    private static PartnerChange Written(Listed? before, Listed now) => before is null ? new PartnerChange.Created(now) : new PartnerChange.Updated(now);

    /// <summary>Takes a partner out of the directory; its projects stay, and its files are refused from then on.</summary>
    /// <returns>Null where there is none; false where the condition does not hold.</returns>
    public async Task<bool?> DeleteAsync(PartnerId id, Precondition condition, CancellationToken cancellation)
    {
        var current = await ReadAsync(id, cancellation);
        if (current is null) return null;
        if (!condition.Holds(current.ETag)) return false;
        try
        {
            var answer = await (await storage.TableAsync(Table)).DeleteEntityAsync(Partition, id.Value, current.ETag, cancellation);
            _known = null;
            return answer.Status == 404 ? null : true;
        }
        catch (RequestFailedException raced) when (raced.Status == 412)
        {
            return false;
        }
    }

    /// <summary>What would be wrong with the directory if these stood in it: too large a row; a sign-in of two partners, which belongs to one.</summary>
    private async Task<ImmutableArray<(int At, FieldError Error)>> MistakesAsync(IReadOnlyList<Partner> partners, CancellationToken cancellation)
    {
        var mistakes = ImmutableArray.CreateBuilder<(int, FieldError)>();
        var replaced = partners.Select(partner => partner.Id).ToHashSet();
        var owners = (await KnownAsync(cancellation)).ByIdentity.Where(known => !replaced.Contains(known.Value.Partner.Id))
            .ToDictionary(known => known.Key, known => known.Value.Partner.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var (at, partner) in partners.Index())
        {
            if (Bytes(partner).Length > LargestRow) mistakes.Add((at, new("people", "The partner with all its people is larger than 60 KB.")));
            foreach (var (place, person) in partner.People.Index())
                if (person.Identity is { } identity && !owners.TryAdd(identity, partner.Id) && owners[identity] != partner.Id)
                    mistakes.Add((at, new($"people[{place}].identity", "Somebody of another partner signs in with this identity.")));
        }

        return mistakes.ToImmutable();
    }

    private static bool Holds(Precondition condition, Listed? current) =>
        current is null ? condition.IfMatch is null : !condition.MustBeNew && condition.Holds(current.ETag);

    private static byte[] Bytes(Partner partner) => JsonSerializer.SerializeToUtf8Bytes(partner, PartnerJson.Options);

    private async Task<PartnerSnapshot> KnownAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (_known is { } known && now - known.At < Memory && now >= known.At) return known;
        var all = ImmutableArray.CreateBuilder<Listed>();
        await foreach (var row in (await storage.TableAsync(Table)).QueryAsync<TableEntity>(entity => entity.PartitionKey == Partition, cancellationToken: cancellation))
            all.Add(Read(row));
        return _known = PartnerSnapshot.Of(now, all.ToImmutable());
    }

    private static Listed Read(TableEntity row) =>
        new(JsonSerializer.Deserialize<Partner>(row.GetBinary(Column), PartnerJson.Options)!, row.ETag);

    /// <summary>A partner with the version of its row.</summary>
    internal sealed record Listed(Partner Partner, ETag ETag);
}
