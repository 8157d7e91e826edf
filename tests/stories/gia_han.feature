# language: vi
Tính năng: Gia hạn theo thoả thuận
  Chứng thực nhiều bản, nhiều trang hoặc phức tạp được kéo dài thêm theo thoả thuận bằng văn bản với
  người yêu cầu (Nghị định 23/2015/NĐ-CP, Điều 21, 33 và 37).

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Chứng thực bản sao nhận sau 15 giờ, thêm hai ngày làm việc
    Biết lúc "15:30 06/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "2.000815"
    Và hẹn trả lúc "17:30 07/10/2026"
    Khi cán bộ gia hạn 2 ngày làm việc theo "văn bản thoả thuận ngày 06/10/2026"
    Thì hẹn trả lúc "17:30 09/10/2026"
    Và hạn ghi trên giấy hẹn đầu tiên vẫn là "17:30 07/10/2026"
    Và lịch sử ghi thêm "Gia hạn"

  Tình huống: Gia hạn qua thứ Bảy, Chủ nhật
    Biết lúc "10:00 09/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "2.000815"
    Và hẹn trả lúc "17:30 09/10/2026"
    Khi cán bộ gia hạn 1 ngày làm việc theo "văn bản thoả thuận ngày 09/10/2026"
    Thì hẹn trả lúc "17:30 12/10/2026"

  Tình huống: Không có văn bản thoả thuận thì không gia hạn
    Biết lúc "10:00 09/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "2.000815"
    Khi cán bộ gia hạn 1 ngày làm việc theo ""
    Thì chương trình nhắc "Gia hạn phải có thoả thuận bằng văn bản"
    Khi cán bộ gia hạn 0 ngày làm việc theo "văn bản thoả thuận ngày 09/10/2026"
    Thì chương trình nhắc "Số ngày gia hạn phải từ 1"
    Và hẹn trả lúc "17:30 09/10/2026"

  Tình huống: Hồ sơ không có hạn trả thì không cần gia hạn
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.011606"
    Khi cán bộ gia hạn 1 ngày làm việc theo "văn bản thoả thuận"
    Thì chương trình nhắc "không có hạn trả nên không cần gia hạn"

  Tình huống: Có kết quả rồi thì không gia hạn
    Biết lúc "10:00 09/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "2.000815"
    Khi cán bộ ghi có kết quả số "215/CT"
    Và cán bộ gia hạn 1 ngày làm việc theo "văn bản thoả thuận"
    Thì chương trình nhắc "có kết quả, chờ trả nên không gia hạn được"
