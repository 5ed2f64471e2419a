using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>What hashtags say about a project in tables of who does what where.</summary>
internal static class HxlMeanings
{
    public static ColumnMeaning? Of(HxlTag tag) => tag.Tag switch
    {
        "#activity" or "#project" or "#programme" or "#output" => Activity(tag),
        "#meta" when tag.Has("id") => new ColumnMeaning(TableField.Reference) { Rank = 2 },
        "#meta" when tag.Has("url") => new ColumnMeaning(TableField.Website),
        "#org" => Organisation(tag),
        "#sector" or "#cluster" => new ColumnMeaning(TableField.Sector, Code(tag)),
        "#subsector" => new ColumnMeaning(TableField.Kept),
        "#theme" => new ColumnMeaning(TableField.Theme),
        "#country" => new ColumnMeaning(TableField.Country, Code(tag)),
        "#region" => new ColumnMeaning(TableField.Region, Code(tag)),
        "#adm1" => new ColumnMeaning(TableField.Province, Code(tag)),
        "#adm2" or "#adm3" or "#adm4" or "#adm5" or "#loc" when Code(tag) == TablePart.Value => new ColumnMeaning(TableField.District),
        "#date" => Date(tag),
        "#status" => new ColumnMeaning(TableField.Status),
        "#description" => new ColumnMeaning(TableField.Description) { Language = Language(tag) },
        "#beneficiary" when !tag.Has("num", "f", "m", "children", "adults") => new ColumnMeaning(TableField.Kept),
        "#value" => Value(tag),
        "#currency" => new ColumnMeaning(TableField.Money, TablePart.Currency),
        _ => null,
    };

    private static ColumnMeaning? Activity(HxlTag tag)
    {
        if (tag.Tag == "#output") return null;
        if (tag.Has("id", "code", "ref", "num"))
            return new ColumnMeaning(TableField.Reference) { Rank = tag.Tag == "#project" ? 0 : 1 };
        if (tag.Has("description", "desc", "details", "summary")) return new ColumnMeaning(TableField.Description) { Language = Language(tag) };
        if (tag.Has("status")) return new ColumnMeaning(TableField.Status);
        if (tag.Has("start")) return new ColumnMeaning(TableField.PlannedStart);
        if (tag.Has("end")) return new ColumnMeaning(TableField.PlannedEnd);
        if (tag.Has("theme")) return new ColumnMeaning(TableField.Theme);
        if (tag.Has("type", "modality", "category")) return new ColumnMeaning(TableField.Kept);
        if (tag.Has("url", "link")) return new ColumnMeaning(TableField.Website);
        return new ColumnMeaning(TableField.Title) { Rank = tag.Tag == "#project" ? 0 : 1, Language = Language(tag) };
    }

    private static ColumnMeaning Organisation(HxlTag tag)
    {
        var part = Code(tag);
        if (tag.Has("acronym", "abbr")) return new ColumnMeaning(TableField.Kept);
        if (tag.Has("type")) part = TablePart.Type;
        if (tag.Has("role")) part = TablePart.Role;
        if (tag.Has("reporting")) return new ColumnMeaning(TableField.Reporting, part);
        var role = tag.Has("funder", "funding", "donor") ? OrganisationRole.Funding
            : tag.Has("prog", "programming", "programme", "managing") ? OrganisationRole.Extending
            : tag.Has("accountable", "lead", "gov") ? OrganisationRole.Accountable
            : OrganisationRole.Implementing;
        return new ColumnMeaning(TableField.Organisation, part) { Role = role };
    }

    private static ColumnMeaning? Date(HxlTag tag)
    {
        var actual = tag.Has("actual");
        if (tag.Has("start")) return new ColumnMeaning(actual ? TableField.ActualStart : TableField.PlannedStart);
        if (tag.Has("end")) return new ColumnMeaning(actual ? TableField.ActualEnd : TableField.PlannedEnd);
        if (tag.Has("updated", "modified")) return new ColumnMeaning(TableField.LastUpdated);
        return tag.Has("reported") ? new ColumnMeaning(TableField.Kept) : null;
    }

    private static ColumnMeaning Value(HxlTag tag)
    {
        if (tag.Has("currency")) return new ColumnMeaning(TableField.Money, TablePart.Currency);
        var kind = tag.Has("commitment", "committed", "pledged") ? MoneyKind.Commitment
            : tag.Has("disbursement", "disbursed", "transferred") ? MoneyKind.Disbursement
            : tag.Has("spent", "spend", "expenditure", "expended") ? MoneyKind.Expenditure
            : tag.Has("received") ? MoneyKind.IncomingFunds
            : MoneyKind.Budget;
        string? currency = null;
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Length == 3 && Projects.Vocabularies.Currencies.Find(attribute).TryGet(out var found)) currency = found.Code;
        }

        return new ColumnMeaning(TableField.Money) { Kind = kind, Currency = currency };
    }

    private static TablePart Code(HxlTag tag) =>
        tag.Has("code", "id", "iso2", "iso3", "pcode", "ref") ? TablePart.Code : tag.Has("pct", "percentage") ? TablePart.Percentage : TablePart.Value;

    private static string? Language(HxlTag tag) => tag.Has("en") ? "en" : tag.Has("fr") ? "fr" : tag.Has("es") ? "es" : tag.Has("ru") ? "ru" : null;
}
