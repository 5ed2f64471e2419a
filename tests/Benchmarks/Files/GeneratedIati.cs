using System.Globalization;
using System.Text;

namespace ParisPact.Benchmarks.Files;

/// <summary>Valid activities of IATI 2.03, with what partners that publish well write in each.</summary>
internal static class GeneratedIati
{
    /// <returns>How many activities it took to fill the file.</returns>
    public static int Write(Stream stream, long bytes)
    {
        var random = new Random(20_261_103);
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("""<?xml version="1.0" encoding="UTF-8"?>""");
        writer.WriteLine("""<iati-activities version="2.03" generated-datetime="2026-10-01T00:00:00Z">""");
        var activities = 0;
        for (; stream.Position < bytes; activities++) writer.Write(Activity(activities, random));
        writer.WriteLine("</iati-activities>");
        return activities;
    }

    private static string Activity(int number, Random random)
    {
        // No payment lies in the future.
        var start = GeneratedProjects.Day(random).AddDays(-1_000);
        var end = start.AddDays(random.Next(200, 1_000));
        var province = GeneratedProjects.Province(random);
        var transactions = string.Concat(Enumerable.Range(0, random.Next(4, 12)).Select(_ => Transaction(start.AddDays(random.Next(190)), random)));
        return $"""
              <iati-activity last-updated-datetime="2026-09-01T00:00:00Z" xml:lang="en" default-currency="USD" humanitarian="0">
                <iati-identifier>XM-DAC-99999-{number:000000}</iati-identifier>
                <reporting-org ref="XM-DAC-99999" type="10"><narrative>Sample agency</narrative></reporting-org>
                <title><narrative>{GeneratedProjects.Title(random)}</narrative></title>
                <description type="1"><narrative>{GeneratedProjects.Words(60, random)}</narrative></description>
                <description type="2"><narrative>{GeneratedProjects.Words(30, random)}</narrative></description>
                <participating-org ref="XM-DAC-{random.Next(10, 90)}-1" role="1" type="10"><narrative>Donor {random.Next(300)}</narrative></participating-org>
                <participating-org ref="XM-DAC-99999" role="4" type="21"><narrative>Agency {random.Next(300)}</narrative></participating-org>
                <activity-status code="2"/>
                <activity-date type="1" iso-date="{Text(start)}"/>
                <activity-date type="2" iso-date="{Text(start)}"/>
                <activity-date type="3" iso-date="{Text(end)}"/>
                <contact-info type="1"><organisation><narrative>Sample agency</narrative></organisation><email>office@sample.example</email></contact-info>
                <recipient-country code="{province.Country}" percentage="100"/>
                <location><location-reach code="1"/><name><narrative>{province.Value}</narrative></name><point srsName="http://www.opengis.net/def/crs/EPSG/0/4326"><pos>34.5 69.2</pos></point></location>
                <sector vocabulary="1" code="{GeneratedProjects.Sector(random)}" percentage="60"/>
                <sector vocabulary="1" code="15190" percentage="40"/>
                <collaboration-type code="1"/>
                <default-flow-type code="10"/>
                <default-finance-type code="110"/>
                <default-aid-type code="C01"/>
                <default-tied-status code="5"/>
                <budget type="1" status="2"><period-start iso-date="{Text(start)}"/><period-end iso-date="{Text(start.AddDays(300))}"/><value currency="USD" value-date="{Text(start)}">{random.Next(10_000, 5_000_000)}</value></budget>
            {transactions}  </iati-activity>

            """;
    }

    private static string Transaction(DateOnly day, Random random) => $"""
            <transaction><transaction-type code="{random.Next(2, 5)}"/><transaction-date iso-date="{Text(day)}"/><value currency="USD" value-date="{Text(day)}">{random.Next(1_000, 900_000)}</value><description><narrative>{GeneratedProjects.Words(8, random)}</narrative></description><provider-org ref="XM-DAC-99999"><narrative>Sample agency</narrative></provider-org></transaction>

        """;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
