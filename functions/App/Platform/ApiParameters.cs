using System.Collections.Frozen;
using System.Text.Json.Nodes;
using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Platform;

/// <summary>What the parameters of addresses and queries mean, wherever they stand.</summary>
internal static class ApiParameters
{
    public static FrozenDictionary<string, string> Meanings { get; } = new Dictionary<string, string>
    {
        ["partner"] = "A partner's id: 2 to 40 letters a to z, digits and inner hyphens.",
        ["id"] = "The id of the thing in question: of an upload 16 letters and digits; of a mail 32 hex digits; of a project the base64url of its normalised reference.",
        ["name"] = "What the file is called.",
        ["mode"] = "add (adds and updates) or complete (withdraws what the file leaves out).",
        ["dryRun"] = "true says what would happen and changes nothing.",
        ["confirm"] = "How many projects a complete file withdraws: needed where it is more than half of what the partner has.",
        ["limit"] = "How many items a page has.",
        ["state"] = "Of mails waiting, failed or sent, and without it all that are not sent; of pairs new, reopened, open or decided, several times is or.",
        ["pair"] = "The id of a pair of projects: 22 letters, digits, hyphens and underscores.",
        ["kind"] = "What two projects are: same, related or overlap; several times is or.",
        ["verdict"] = "What people said of a pair: same, related, overlap, unrelated or none; several times is or.",
        ["assigned"] = "The mail address of whoever is to decide.",
        ["full"] = "true compares everything and estimates the model anew; otherwise only where that is due.",
        ["date"] = "A night, as yyyy-MM-dd.",
        ["file"] = "The name of a file.",
        ["cursor"] = "Where the page begins: what next said on the page before.",
        ["format"] = "The form of the answer; the Accept header is heeded where it is missing.",
        ["blob"] = "The name of a blob in container uploads, as a link's answer gives it.",
        ["reason"] = "Why, in a sentence that is kept with the history.",
        ["location"] = "A country (AF, with its provinces) or a province (AF-KAN); several times is or.",
        ["theme"] = "A thematic area's id; several times is or.",
        ["donor"] = "A funding organisation; several times is or.",
        ["status"] = "An IATI activity status, by code or name; several times is or.",
        ["paper"] = "A paper of the Rainbow Strategy, by its colour; several times is or.",
        ["sector"] = "A DAC purpose or category, by code or name; several times is or.",
        ["withdrawn"] = "true takes withdrawn projects in.",
        ["distinct"] = "true counts once what people have confirmed to be one project that several partners report.",
        ["added"] = "true leaves out the rates that came with the release.",
        ["q"] = "Words of title, description or reference.",
        ["from"] = "Projects whose dates reach this day or later, as yyyy-MM-dd.",
        ["to"] = "Projects whose dates begin this day or earlier, as yyyy-MM-dd.",
        ["rows"] = "What the rows of the matrix are: location, theme, donor, status, partner or paper.",
        ["columns"] = "What the columns of the matrix are.",
        ["measure"] = "count or usd.",
        ["If-Match"] = "The ETag of the version that is changed; * for whichever there is.",
        ["If-None-Match"] = "Of a reader the ETags that it has; of a writer * for what must be new.",
    }.ToFrozenDictionary();

    /// <summary>What a parameter of a query looks like.</summary>
    public static JsonObject SchemaOf(string name) => name switch
    {
        "limit" => new() { ["type"] = "integer", ["minimum"] = 1 },
        "confirm" => new() { ["type"] = "integer", ["minimum"] = 0 },
        "dryRun" or "withdrawn" or "added" or "full" or "distinct" => new() { ["type"] = "boolean" },
        "measure" => OneOf("count", "usd"),
        "mode" => OneOf("add", "complete"),
        "state" => OneOf("waiting", "failed", "sent", "new", "reopened", "open", "decided"),
        "kind" => OneOf("same", "related", "overlap"),
        "verdict" => OneOf("same", "related", "overlap", "unrelated", "none"),
        "rows" or "columns" => OneOf([.. Enum.GetValues<Facet>().Select(FilterReader.NameOf)]),
        "location" or "theme" or "donor" or "status" or "paper" or "sector" => new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
        "reason" => new() { ["type"] = "string", ["maxLength"] = 1_000 },
        _ => new() { ["type"] = "string" },
    };

    private static JsonObject OneOf(params string[] values) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };
}
