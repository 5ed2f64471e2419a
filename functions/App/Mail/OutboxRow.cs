using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Mail;

/// <summary>
/// The rows of table <c>Outbox</c>. <c>open</c> holds each mail that is not sent, by its id. <c>done_xx</c> notes for ever that a mail is done with,
/// 256 partitions by id. <c>sent_…</c> lists what was sent, newest first, a partition a month.
/// </summary>
internal static class OutboxRow
{
    public const string Open = "open";

    public const string ListsFrom = "sent_";

    public const string ListsUntil = "sent_~";

    public const string State = "State";

    public const string Due = "Due";

    public const string Since = "Since";

    public const string SentAt = "SentAt";

    private const string Whole = "Mail";

    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public static TableEntity Of(StoredMail mail, string partition, string row)
    {
        var entity = new TableEntity(partition, row) { [State] = mail.State.ToString(), [Due] = mail.Due, [Since] = mail.WaitingSince };
        TableBytes.Put(entity, Whole, Bytes(mail));
        TableSizes.Guard(entity);
        return entity;
    }

    public static byte[] Bytes(StoredMail mail) => JsonSerializer.SerializeToUtf8Bytes(mail, Options);

    public static TableEntity OfOpen(StoredMail mail) => Of(mail, Open, mail.Id);

    public static TableEntity OfSent(StoredMail mail) => Of(mail, Month(mail.SentAt!.Value), $"{Countdown(mail.SentAt.Value)}_{mail.Id}");

    /// <param name="sentAt">Null where it was never sent and is forgotten all the same.</param>
    public static TableEntity OfDone(string id, DateTimeOffset? sentAt) => new(DonePartition(id), id) { [SentAt] = sentAt };

    public static StoredMail From(TableEntity entity) =>
        JsonSerializer.Deserialize<StoredMail>(TableBytes.Get(entity, Whole), Options)! with { ETag = entity.ETag };

    public static string DonePartition(string id) => $"done_{id[..2]}";

    /// <summary>Months count down, so that the newest sorts first.</summary>
    public static string Month(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{ListsFrom}{999_912 - ((at.UtcDateTime.Year * 100) + at.UtcDateTime.Month):D6}");

    public static string Countdown(DateTimeOffset at) => (DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
}
