using System.Collections.Immutable;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Puts the lists of names, codes and percentages together that stand side by side in several columns.</summary>
internal static class ShareEntries
{
    /// <param name="cells">The texts of the group's columns; empty where there is none.</param>
    /// <param name="fraction">Percentages are parts of one.</param>
    /// <param name="isOne">Whether a text means something as a whole, so that its commas do not separate.</param>
    public static List<ShareEntry> Read(ShareColumns columns, ShareTexts cells, bool fraction, Func<string, bool> isOne, Func<string, bool> isKnown, List<CellFault> faults)
    {
        var codes = cells.Code.Length == 0 ? [] : ShareList.Split(cells.Code);
        var main = codes.IsEmpty ? Names(cells.Name, isOne, isKnown) : codes.Length == 1 && codes[0].Percentage is null && codes[0].Text.Contains(',', StringComparison.Ordinal) && !isOne(codes[0].Text) ? ShareList.SplitAtCommas(cells.Code) : codes;
        var names = codes.IsEmpty || cells.Name.Length == 0 ? [] : main.Length == 1 ? [cells.Name] : ShareList.SplitParallel(cells.Name);
        if (names.Length > 0 && names.Length != main.Length)
            faults.Add(new CellFault(columns.First, "names.count", $"There are {names.Length} names for {main.Length} codes of “{columns.First.Name}”; the codes count, and the names {CellFault.Quote(cells.Name)} are left out.", "Give one name for each code, in the same order."));
        if (codes.IsEmpty && main.Length > 1) main = WithoutNumbers(columns, main, faults);
        var shares = Shares(columns, cells, main, fraction, faults);
        var entries = new List<ShareEntry>(main.Length);
        for (var at = 0; at < main.Length; at++)
        {
            var percentage = main[at].Percentage ?? (shares.Length == main.Length ? shares[at] : null);
            if (percentage is 0)
            {
                faults.Add(new CellFault(columns.Percentage ?? columns.First, "percentage.zero", $"{CellFault.Quote(main[at].Text)} has 0 % and is left out."));
                continue;
            }

            if (percentage is < 0 or > 100)
            {
                faults.Add(new CellFault(columns.Percentage ?? columns.First, "percentage.out-of-range", $"{percentage} % of {CellFault.Quote(main[at].Text)} is no part of a whole; it is read without a percentage.", "Give percentages over 0 and up to 100."));
                percentage = null;
            }

            entries.Add(codes.IsEmpty
                ? new ShareEntry(main[at].Text, null, percentage)
                : new ShareEntry(names.Length == main.Length && names[at].Length > 0 ? names[at] : null, main[at].Text, percentage));
        }

        return entries;
    }

    private static ImmutableArray<Share> Names(string text, Func<string, bool> isOne, Func<string, bool> isKnown)
    {
        var shares = ShareList.Split(text);
        if (ShareList.IsQuoted(text)) return shares;
        if (ShareList.Together(text) is { } together) return together;
        if (shares.Length != 1) return ShareList.Numbered(shares) ?? [.. shares.SelectMany(share => Parts(share, isOne, isKnown))];
        var parts = ShareList.SplitAtCommas(text);
        if (parts.Length < 2) return !isOne(text) && ShareList.SplitAtSlashes(text) is { Length: > 1 } pieces && pieces.All(piece => isKnown(piece.Text)) ? pieces : shares;
        if (ShareList.Numbered(parts) is { } numbered) return numbered;
        if (parts.Count(part => part.Percentage is not null) > 1) return parts;
        if (isOne(shares[0].Text)) return shares;
        // A name with a comma in it is one; a list has parts that are known.
        return parts.Count(part => isKnown(part.Text)) * 2 > parts.Length ? parts : shares;
    }

    /// <summary>An entry of a list that is a list itself: <c>Osh &amp; Batken; Naryn</c>.</summary>
    private static ImmutableArray<Share> Parts(Share share, Func<string, bool> isOne, Func<string, bool> isKnown) =>
        share.Percentage is null && !isOne(share.Text) && ShareList.SplitAtCommas(share.Text) is { Length: > 1 } parts && parts.All(part => part.Percentage is null && isKnown(part.Text)) ? parts : [share];

    /// <summary>Numbers in brackets behind names are percentages where all have one and they add up; otherwise nobody can tell what they are.</summary>
    private static ImmutableArray<Share> WithoutNumbers(ShareColumns columns, ImmutableArray<Share> shares, List<CellFault> faults)
    {
        var told = false;
        return [.. shares.Select(share =>
        {
            var open = share.Percentage is null && share.Text[^1] == ')' ? share.Text.LastIndexOf('(') : -1;
            if (open <= 0 || ShareList.Percentage(share.Text.AsSpan(open + 1, share.Text.Length - open - 2)) is null) return share;
            if (!told) faults.Add(new CellFault(columns.First, "percentage.not-understood", $"The number behind {CellFault.Quote(share.Text)} is left out: it is not said of what it is, and not every entry has one.", "Give each entry its percentage, such as Kandahar (60%); Helmand (40%)."));
            told = true;
            return new Share(share.Text[..open].TrimEnd());
        })];
    }

    private static decimal?[] Shares(ShareColumns columns, ShareTexts cells, ImmutableArray<Share> main, bool fraction, List<CellFault> faults)
    {
        if (cells.Percentage.Length == 0 || main.IsEmpty) return [];
        var texts = ShareList.SplitParallel(cells.Percentage);
        var shares = texts.Select(text => text.Length == 0 ? null : ShareList.Percentage(text)).ToArray();
        if (texts.Index().Any(text => text.Item.Length > 0 && shares[text.Index] is null))
            faults.Add(new CellFault(columns.Percentage!, "percentage.not-understood", $"{CellFault.Quote(cells.Percentage)} is not understood as a percentage.", "Write a number from 0 to 100."));
        else if (shares.Length != main.Length)
            faults.Add(new CellFault(columns.Percentage!, "percentage.count", $"There are {shares.Length} percentages for {main.Length} entries of “{columns.First.Name}”; none is used.", "Give one percentage for each entry, in the same order."));
        return fraction && !cells.Percentage.Contains('%', StringComparison.Ordinal) ? [.. shares.Select(share => share * 100)] : shares;
    }
}
